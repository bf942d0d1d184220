import { expect, test } from 'vitest'
import { ZipArchive } from '../spreadsheet/zip-archive.ts'
import { readPdf } from '../testing/read-pdf.ts'
import { printFont, printPdf } from './print-pdf.ts'
import { qrPng, qrSvg } from './qr-code.ts'
import { zipOf } from './zip-writer.ts'

const source = `#let d = json("data.json")
#set document(title: d.name, date: datetime(year: 2026, month: 11, day: 23))
#set text(font: "${printFont}", fallback: false, lang: "zh", region: "cn")
= #d.name
#image(bytes(d.qr), width: 2cm)`

const rare = '喆堃䶮㛃𬭳'

test('rare characters of names are set in the shipped font and can be copied out again', async () => {
  const [page] = await readPdf(
    await printPdf(source, { name: rare, qr: await qrSvg('https://example.org/v') }),
  )
  expect(page?.text).toBe(rare)
  expect(page?.inked).toBeGreaterThan(0.003)
})

test('the same words give the same bytes; papers that are asked for at once do not mix', async () => {
  const qr = await qrSvg('x')
  const names = ['甲', '乙', '丙', '甲']
  const made = await Promise.all(names.map((name) => printPdf(source, { name, qr })))
  expect(made[0]?.equals(made[3] as Buffer)).toBe(true)
  expect((await readPdf(made[1] as Buffer))[0]?.text).toBe('乙')
})

test('words are data: what looks like markup stands there as it was written', async () => {
  const name = '#read("/etc/passwd")*粗*$x$'
  const [page] = await readPdf(await printPdf(source, { name, qr: await qrSvg('x') }))
  expect(page?.text).toBe(name)
})

test('a faulty source fails by itself, and the next paper is printed', async () => {
  await expect(printPdf('#nothing-here()', {})).rejects.toThrow('unknown variable')
  await expect(printPdf('#read("/etc/passwd")', {})).rejects.toThrow('cannot be typeset')
  expect((await printPdf('ok', {})).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a code as a picture', async () => {
  expect((await qrPng('https://example.org/v')).subarray(1, 4).toString()).toBe('PNG')
})

test('a zip of many papers opens again, Chinese names and all', async () => {
  const pieces: Buffer[] = []
  const entries = ['通知书/喆堃小区.txt', '说明.txt'].map((name) => ({
    name,
    bytes: Buffer.from(name.repeat(3)),
  }))
  for await (const piece of zipOf(entries, new Date('2026-11-23T09:00:00+08:00'))) pieces.push(piece)
  const archive = new ZipArchive(Buffer.concat(pieces))
  expect(archive.names).toEqual(entries.map(({ name }) => name))
  let read = ''
  for await (const text of archive.text('通知书/喆堃小区.txt', 1000)) read += text
  expect(read).toBe('通知书/喆堃小区.txt'.repeat(3))
})
