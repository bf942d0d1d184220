import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type {
  getResult,
  listPublishedRounds,
  listResultPlaces,
  listResults,
} from '../../../../contracts/publicity/public.ts'
import { compounds, moderatedCity, type PublishedCity } from './published-city.ts'

let city: PublishedCity
const base = '/api/publicity/public/rounds'

/** Its fact, specialist-staffing, counts persons. */
const staffing = '1-14'
/** The project of which a row counts three persons. */
const few = '150203001001-0003'

beforeAll(async () => {
  city = await moderatedCity()
  await city.app.database.pool.query(
    `UPDATE evaluation.score_row SET state = 'scored', numerator = '2', denominator = '3'
     WHERE indicator = $1 AND subject_id = (SELECT id FROM evaluation.subject WHERE code = $2)`,
    [staffing, few],
  )
})
afterAll(() => city.close())

const rounds = async () => (await city.ask(base)).body as Answer<typeof listPublishedRounds>
const list = async (query = '') =>
  (await city.ask(`${base}/${city.roundId}/results?${query}`)).body as Answer<typeof listResults>
const page = async (subjectId: string) =>
  (await city.ask(`${base}/${city.roundId}/results/${subjectId}`)).body as Answer<typeof getResult>

test('A.1.4: a round that was not published does not exist for the public', async () => {
  expect(await rounds()).toEqual({ demo: false, rounds: [] })
  for (const path of ['results', 'places', `results/${city.roundId}`])
    expect([path, (await city.ask(`${base}/${city.roundId}/${path}`)).status]).toEqual([path, 404])
})

test('entering publicity shows it to everybody, with its term in working days and what is left of it', async () => {
  expect(await city.advance('moderation')).toBe(200)
  const [round, ...others] = (await rounds()).rounds
  expect(others).toEqual([])
  expect(round).toMatchObject({
    kind: 'publicity',
    version: 1,
    takesObjections: true,
    underAppeal: false,
    termDays: 7,
    dueOn: '2026-12-02',
    daysLeft: 7,
    counts: [
      { kind: 'compound', count: 3 },
      { kind: 'enterprise', count: 1 },
      { kind: 'street', count: 1 },
      { kind: 'community', count: 1 },
      { kind: 'district', count: 1 },
    ],
  })
})

test('the list goes page by page by key, without a gap and without anybody twice', async () => {
  const seen: string[] = []
  let after: string | null = ''
  for (let pages = 0; after !== null; pages++) {
    expect(pages).toBeLessThan(5)
    const { rows, next }: Answer<typeof listResults> = await list(`limit=2${after ? `&after=${after}` : ''}`)
    seen.push(...rows.map((row) => row.name))
    after = next
  }
  expect(seen).toHaveLength(7)
  expect(new Set(seen.slice(0, 3))).toEqual(new Set(compounds))
  expect(seen.slice(3)).toEqual(['示例物业', '少先路街道', '示例社区', '昆都仑区'])
})

test.each([
  ['a name', '幸福', ['幸福花园']],
  ['pinyin', 'changan', ['长安小区']],
  ['pinyin in capitals and parts', 'Chang An', ['长安小区']],
  ['initials', 'lyxc', ['乐园新村']],
  ['a code', '150203001001-0001', ['幸福花园']],
  ['nothing there is', '%_%', []],
])('search by %s', async (_, text, names) => {
  const { rows } = await list(`text=${encodeURIComponent(text)}`)
  expect(rows.map((row) => row.name)).toEqual(names)
})

test('districts and streets lead into the list, and filter it', async () => {
  const { body } = await city.ask(`${base}/${city.roundId}/places`)
  const { districts } = body as Answer<typeof listResultPlaces>
  expect(districts).toMatchObject([{ name: '昆都仑区', projects: 3, streets: ['少先路街道'] }])
  const inStreet = await list(
    `kind=compound&district=${districts[0]?.id}&street=${encodeURIComponent('少先路街道')}`,
  )
  expect(inStreet.rows).toHaveLength(3)
  expect((await list(`kind=compound&street=${encodeURIComponent('别处街道')}`)).rows).toEqual([])
})

test('a project’s page: rows with reasons, its enterprise, where it lies; groups that tell of a person by their total alone', async () => {
  const first = (await list('kind=compound')).rows.find(({ code }) => code !== few)
  const shown = await page(first?.subjectId ?? '')
  expect(shown.enterprise).toMatchObject({ name: '示例物业', kind: 'enterprise' })
  expect(shown.upper.map((one) => one.name)).toEqual(['昆都仑区', '少先路街道', '示例社区'])
  const [party, service] = shown.groups
  expect([party?.name, party?.withheld, service?.name, service?.withheld]).toEqual([
    '党建引领',
    true,
    '服务专业',
    false,
  ])
  for (const row of shown.rows.filter(({ level1 }) => level1 === '党建引领'))
    expect([row.id, row.withheld, row.points, row.max, row.state, row.why]).toEqual([
      row.id,
      true,
      null,
      null,
      null,
      '',
    ])
  const open = shown.rows.filter(({ level1 }) => level1 === '服务专业')
  expect(open.every((row) => row.why.length > 5 && row.points !== null)).toBe(true)
  expect(shown.costliest.length).toBe(3)
  expect(shown.costliest.every((id) => !shown.rows.find((row) => row.id === id)?.withheld)).toBe(true)
  const got = shown.groups.reduce((sum, group) => sum + Number(group.got), 0)
  expect(got).toBeCloseTo(Number(shown.subject.total), 6)
})

test('DESIGN: a count of very few persons is withheld with its whole group, in that project alone', async () => {
  const { rows } = await list('kind=compound')
  const of = async (code: string) => {
    const { groups } = await page(rows.find((row) => row.code === code)?.subjectId ?? '')
    return groups.filter(({ withheld }) => withheld).map(({ name }) => name)
  }
  expect(await of(few)).toEqual(['党建引领', '服务专业'])
  expect(await of('150203001001-0001')).toEqual(['党建引领'])
})

test('rows without data are counted among those that are shown: the count tells of no withheld row', async () => {
  for (const { subjectId } of (await list('kind=compound')).rows) {
    const { subject, rows } = await page(subjectId)
    expect(subject.missingRows).toBe(rows.filter(({ state }) => state === 'missing').length)
  }
  const { rows } = await city.app.database.pool.query(
    `SELECT count(*)::integer AS n FROM publicity.result r JOIN publicity.publication p ON p.id = r.publication_id
     JOIN evaluation.score s ON s.run_id = p.run_id AND s.subject_id = r.subject_id WHERE s.missing_rows > r.missing_rows`,
  )
  expect(rows[0].n).toBeGreaterThan(0)
})

test('nothing of a withheld row is kept at all, nor can be', async () => {
  const { rows } = await city.app.database.pool.query(
    `SELECT count(*)::integer AS n FROM publicity.result_row WHERE withheld AND (points IS NOT NULL OR reason IS NOT NULL)`,
  )
  expect(rows[0].n).toBe(0)
  await expect(
    city.app.database.pool.query(`UPDATE publicity.result_row SET points = '1' WHERE withheld`),
  ).rejects.toThrow('withheld_says_nothing')
})

test('an enterprise’s page leads to its projects', async () => {
  const [enterprise] = (await list('kind=enterprise')).rows
  const shown = await page(enterprise?.subjectId ?? '')
  expect(shown.projectCount).toBe(3)
  expect(new Set(shown.projects.map((one) => one.name))).toEqual(new Set(compounds))
})

test('what was shown does not follow the living tables; the final result is another version beside it', async () => {
  const [before] = (await list('kind=compound')).rows
  await city.app.database.pool.query(
    `UPDATE evaluation.score SET total = 88, total_exact = '88' WHERE subject_id = $1`,
    [before?.subjectId],
  )
  expect((await list('kind=compound')).rows[0]).toEqual(before)
  expect(await city.advance('publicity')).toBe(409)
  await city.at('2026-12-03T09:00:00+08:00')
  expect(await city.advance('publicity')).toBe(200)
  expect((await rounds()).rounds[0]).toMatchObject({
    kind: 'publicity',
    takesObjections: false,
    underAppeal: true,
  })
  expect(await city.advance('appeals')).toBe(200)
  expect((await rounds()).rounds[0]).toMatchObject({ kind: 'final', version: 2, underAppeal: false })
  const shown = await page(before?.subjectId ?? '')
  expect(shown.versions.map(({ version, kind }) => [version, kind])).toEqual([
    [1, 'publicity'],
    [2, 'final'],
  ])
  expect(shown.history).toHaveLength(1)
})
