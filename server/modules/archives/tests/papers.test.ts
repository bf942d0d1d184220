import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCertificate } from '../../../../contracts/archives/public.ts'
import * as staff from '../../../../contracts/archives/staff.ts'
import { plainCode } from '../../../../contracts/archives/words.ts'
import { ZipArchive } from '../../../platform/spreadsheet/zip-archive.ts'
import { readPdf } from '../../../platform/testing/read-pdf.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo, allStars, type FinishedCity, finishedCity } from './finished-city.ts'

let finished: FinishedCity
let people: FinishedCity['city']['people']
beforeAll(async () => {
  finished = await finishedCity('publicity')
  people = finished.city.people
  await allStars(finished.app, finished.roundId)
  const moved = { bureau: people.city, roundId: finished.roundId }
  await advanceTo(finished.app, finished.clock, moved, 'final')
})
afterAll(() => finished.close())

const firm = '喆堃䶮㛃𬭳物业'

/** Kept for the eye where GONGZHI_SHOTS names a folder. */
function keep(name: string, bytes: Buffer) {
  const folder = process.env.GONGZHI_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}`, bytes)
}

async function pagesOf(name: string, url: string, person: Person) {
  const { status, bytes } = await finished.fetch(url, person)
  expect(status, bytes.toString('utf8', 0, 300)).toBe(200)
  keep(`${name}.pdf`, bytes)
  const pages = await readPdf(bytes)
  for (const [at, page] of pages.entries()) keep(`${name}-${at + 1}.png`, page.png)
  return pages
}

async function papersOf(name: string, person: Person) {
  const params = { id: finished.roundId, subjectId: await finished.subject(name) }
  return (await person.call(staff.getSubjectPapers, { params })).body.papers
}

async function xmlOf(bytes: Buffer): Promise<string> {
  let xml = ''
  for await (const piece of new ZipArchive(bytes).text('word/document.xml', 10_000_000)) xml += piece
  return xml
}

describe('6.8.2: every subject gets a notice of its result when it is final', () => {
  test('as PDF, rare characters and all, with the code that the public page verifies', async () => {
    const [notice] = await papersOf(firm, people.firmA)
    expect(notice?.kind).toBe('notice')
    const url = `/api/archives/papers/${notice?.id}`
    const [page, more] = await pagesOf('notice-enterprise', url, people.firmA)
    expect(more).toBeUndefined()
    expect(page?.text).toContain(firm)
    for (const word of ['评价结果通知书', '昆都仑区物业主管部门', '（盖章）', '一级指标', notice?.code ?? ''])
      expect(page?.text).toContain(word)
    expect(page?.text).toMatch(/2026年\d{1,2}月\d{1,2}日/)
    expect(page?.inked).toBeGreaterThan(0.01)
    const { status, body } = await people.firmB.call(getCertificate, { params: { code: notice?.code ?? '' } })
    expect([status, body]).toMatchObject([200, { subjectName: firm, state: 'valid', kind: 'notice' }])
  })

  test('as Word, in the fonts of official papers', async () => {
    const [notice] = await papersOf(firm, people.firmA)
    const { bytes } = await finished.fetch(`/api/archives/papers/${notice?.id}?form=docx`, people.firmA)
    keep('notice.docx', bytes)
    const xml = await xmlOf(bytes)
    for (const word of [firm, '评价结果通知书', '仿宋_GB2312', notice?.code ?? ''])
      expect(xml).toContain(word)
  })

  test('the same paper is the same bytes', async () => {
    const [notice] = await papersOf('幸福花园', people.city)
    const url = `/api/archives/papers/${notice?.id}`
    const [one, two] = [await finished.fetch(url, people.city), await finished.fetch(url, people.city)]
    expect(one.bytes.equals(two.bytes)).toBe(true)
  })

  test('the scored body sees its own papers, not its neighbour’s', async () => {
    expect(await papersOf(firm, people.firmB)).toBeUndefined()
    const [notice] = await papersOf(firm, people.firmA)
    expect((await finished.fetch(`/api/archives/papers/${notice?.id}`, people.firmB)).status).toBe(404)
    expect(await papersOf('阳光小区', people.firmA)).toBeUndefined()
    expect(await papersOf('幸福花园', people.committee)).toHaveLength(1)
  })
})

describe('codes', () => {
  const ask = (code: string) => people.auditor.call(getCertificate, { params: { code } })

  test('as typed by hand; a wrong one is answered in words, and nothing is told of it', async () => {
    const [notice] = await papersOf('幸福花园', people.city)
    const typed = plainCode(notice?.code ?? '').toLowerCase()
    expect((await ask(`${typed.slice(0, 5)} ${typed.slice(5)}`)).status).toBe(200)
    expect(await ask('0000-0000-0000')).toMatchObject({
      status: 404,
      body: { code: 'archives.unknown-code' },
    })
    expect((await ask("'; DROP TABLE--")).status).toBe(404)
  })
})

describe('星级证书 for projects with stars, once the round is archived', () => {
  const issue = (person: Person) =>
    person.call(staff.issueStars, { params: { id: finished.roundId }, body: {} })

  test('not before', async () => {
    expect(await issue(people.city)).toMatchObject({ status: 409, body: { code: 'archives.not-archived' } })
  })

  test('by the bureau of the round alone; asked twice, none is issued twice', async () => {
    const moved = { bureau: people.city, roundId: finished.roundId }
    await advanceTo(finished.app, finished.clock, moved, 'archived')
    expect((await issue(people.firmA)).status).toBe(403)
    expect((await issue(people.district)).status).toBe(404)
    const both = await Promise.all([issue(people.city), issue(people.city)])
    expect(both.map(({ body }) => body.issued).toSorted((a, b) => a - b)).toEqual([0, 3])
  })

  test('as PDF and Word: stars, name, issuer, code', async () => {
    const star = (await papersOf('幸福花园', people.committee)).find(({ kind }) => kind === 'star')
    const url = `/api/archives/papers/${star?.id}`
    const [page, more] = await pagesOf('star', url, people.committee)
    expect(more).toBeUndefined()
    for (const word of ['星级证书', '幸福花园', '五星级', '包头市物业主管部门', star?.code ?? ''])
      expect(page?.text).toContain(word)
    const { bytes } = await finished.fetch(`${url}?form=docx`, people.committee)
    keep('star.docx', bytes)
    expect(await xmlOf(bytes)).toContain('★★★★★')
  })

  test('others than projects get none', async () => {
    expect((await papersOf(firm, people.city)).map(({ kind }) => kind)).toEqual(['notice'])
  })

  test('the register lists both kinds, what it finds by code, and leaves as a file', async () => {
    const query = { round: finished.roundId }
    const all = await people.city.call(staff.listCertificates, { query })
    expect(all.body.rows.filter(({ kind }) => kind === 'star')).toHaveLength(3)
    const code = all.body.rows[0]?.code ?? ''
    const found = await people.city.call(staff.listCertificates, { query: { text: code.toLowerCase() } })
    expect(found.body.rows.map((row) => row.code)).toEqual([code])
    const own = await people.firmB.call(staff.listCertificates, { query })
    expect(new Set(own.body.rows.map((row) => row.subjectName))).toEqual(new Set(['示例乙物业', '阳光小区']))
  })
})

describe('score tables in the standard’s own layout', () => {
  test.each([
    ['A.1', '幸福花园'],
    ['A.2', firm],
    ['A.3', '少先路街道'],
    ['A.4', '昆都仑区'],
  ])('table %s of %s', async (table, name) => {
    const { rows } = await finished.app.database.pool.query<{ id: string }>(
      'SELECT id FROM evaluation.subject WHERE round_id = $1 AND name = $2 AND table_id = $3',
      [finished.roundId, name, table],
    )
    const url = `/api/archives/rounds/${finished.roundId}/subjects/${rows[0]?.id}/score-table`
    const pages = await pagesOf(`table-${table}`, url, people.city)
    expect(pages[0]?.text).toContain(`表${table}`)
    expect(pages[0]?.text).toContain(name)
    const text = pages.map((page) => page.text).join('')
    expect(text).toContain('总分')
    expect(text).not.toContain('暂定：')
    for (const page of pages) expect(page.text).toContain('一级指标')
  })

  test('the list of a kind by rank', async () => {
    const url = `/api/archives/rounds/${finished.roundId}/score-list?kind=compound`
    const [page] = await pagesOf('list', url, people.city)
    for (const name of ['幸福花园', '和谐家园', '阳光小区', '得分名册']) expect(page?.text).toContain(name)
  })
})

describe('papers of a whole round in one file', () => {
  const start = (person: Person, what: 'notice' | 'star' | 'table', form: 'pdf' | 'docx') =>
    person.call(staff.startBatch, { params: { id: finished.roundId }, body: { what, form } })
  async function made(person: Person, id: string) {
    for (;;) {
      const { body } = await person.call(staff.getBatch, { params: { id } })
      if (body.finishedAt) return body
      await new Promise((next) => setTimeout(next, 30))
    }
  }

  test.each([
    ['notice', 'pdf', 8],
    ['notice', 'docx', 8],
    ['star', 'pdf', 3],
    ['table', 'pdf', 8],
  ] as const)('%s as %s', async (what, form, count) => {
    const { status, body } = await start(people.city, what, form)
    expect(status).toBe(200)
    expect(await made(people.city, body.id)).toMatchObject({ total: count, done: count, failedBecause: null })
    const { bytes } = await finished.fetch(`/api/archives/batches/${body.id}/file`, people.city)
    const { names } = new ZipArchive(bytes)
    expect(names).toHaveLength(count)
    expect(names[0]).toMatch(/^表A\.1 物业项目\/0001 昆都仑区 /)
  })

  test('a batch is its asker’s alone', async () => {
    const { body } = await start(people.city, 'star', 'pdf')
    expect((await people.auditor.call(staff.getBatch, { params: { id: body.id } })).status).toBe(404)
    await made(people.city, body.id)
  })

  test('what cannot be made is refused in words', async () => {
    expect(await start(people.city, 'table', 'docx')).toMatchObject({
      body: { code: 'archives.no-word-tables' },
    })
    expect((await start(people.firmA, 'notice', 'pdf')).status).toBe(403)
  })
})
