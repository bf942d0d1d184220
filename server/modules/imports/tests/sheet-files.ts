import ExcelJS from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import type { ImportRun } from '../../../../contracts/imports/staff.ts'
import { getRun } from '../../../../contracts/imports/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'

/** A workbook of one sheet, as Excel would save it. */
export async function workbook(
  rows: readonly (readonly ExcelJS.CellValue[])[],
  prepare?: (sheet: ExcelJS.Worksheet) => void,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表')
  for (const row of rows) sheet.addRow([...row])
  prepare?.(sheet)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** What a browser sends for a form with one file. */
export function formWith(file: Buffer, name: string) {
  const boundary = 'gongzhi-test-boundary'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
  return {
    payload,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-gongzhi': '1' },
  }
}

export async function upload(
  http: FastifyInstance,
  person: Person,
  kind: string,
  file: Buffer,
  name = '测试.xlsx',
  key?: string,
) {
  const form = formWith(file, name)
  const response = await http.inject({
    method: 'POST',
    url: `/api/imports/runs?kind=${kind}`,
    headers: { ...form.headers, ...(key ? { 'idempotency-key': key } : {}) },
    cookies: { gongzhi_session: person.token },
    payload: form.payload,
  })
  return { status: response.statusCode, body: response.json<ImportRun & { detail: string; code: string }>() }
}

/** Polls as the page does until the run rests. */
export async function settled(person: Person, id: string): Promise<ImportRun> {
  for (;;) {
    const { status, body } = await person.call(getRun, { params: { id } })
    expect(status).toBe(200)
    if (!/^(waiting|checking|importing)/.test(body.state)) return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Fetches a file as this person. */
export async function download(http: FastifyInstance, person: Person, url: string) {
  const response = await http.inject({ method: 'GET', url, cookies: { gongzhi_session: person.token } })
  return { status: response.statusCode, bytes: response.rawPayload, headers: response.headers }
}
