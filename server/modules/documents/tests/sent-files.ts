import type { DocumentRecord } from '../../../../contracts/documents/staff.ts'
import type { Person, TestApp } from '../../../platform/testing/app.ts'

export interface Sending {
  bytes: Buffer
  name?: string
  id?: string
  fields?: Record<string, string>
  key?: string
}

/** Sends a file as a browser's form does. */
export async function sendFile(app: TestApp, person: Person, sending: Sending) {
  const { bytes, name = '照片.jpg', id, fields = {}, key } = sending
  const boundary = 'gongzhi-test-boundary'
  const part = (head: string, body: string | Buffer) =>
    Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')])
  const payload = Buffer.concat([
    ...Object.entries(fields).map(([field, value]) =>
      part(`Content-Disposition: form-data; name="${field}"`, value),
    ),
    part(
      `Content-Disposition: form-data; name="file"; filename="${name.replaceAll('"', '%22')}"\r\nContent-Type: application/octet-stream`,
      bytes,
    ),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  const response = await app.http.inject({
    method: 'POST',
    url: `/api/documents${id ? `?id=${id}` : ''}`,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'x-gongzhi': '1',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    cookies: { gongzhi_session: person.token },
    payload,
  })
  return {
    status: response.statusCode,
    body: response.json<DocumentRecord & { detail: string; code: string }>(),
  }
}

/** Fetches what lies under an address as this person. */
export async function fetchFile(app: TestApp, person: Person, path: string) {
  const response = await app.http.inject({ url: path, cookies: { gongzhi_session: person.token } })
  return { status: response.statusCode, bytes: response.rawPayload, headers: response.headers }
}
