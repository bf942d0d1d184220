import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getDictionary, listOpenRounds } from '../../../../contracts/archives/public.ts'
import { archivePaths } from '../../../../contracts/archives/words.ts'
import { advanceTo, type FinishedCity, finishedCity } from './finished-city.ts'

let finished: FinishedCity
const hostile = '=HYPERLINK("http://x","点我")'
const addressOf = (path: string) => path.replace(':id', finished.roundId)

beforeAll(async () => {
  finished = await finishedCity('publicity')
  const { pool } = finished.app.database
  await pool.query(`UPDATE evaluation.subject SET name = $1 WHERE name = '和谐家园'`, [hostile])
})
afterAll(() => finished.close())

test('before the result is final nothing of it is open data', async () => {
  expect((await finished.fetch(addressOf(archivePaths.resultsJson))).status).toBe(404)
  expect((await finished.city.people.city.call(listOpenRounds)).body.rounds).toEqual([])
  await advanceTo(
    finished.app,
    finished.clock,
    { bureau: finished.city.people.city, roundId: finished.roundId },
    'final',
  )
})

interface Result {
  name: string
  total: string
  groups: { name: string; withheld: boolean }[]
  rows: { level1: string; withheld: boolean; state: string | null; points: string | null }[]
}
const results = async () =>
  JSON.parse((await finished.fetch(addressOf(archivePaths.resultsJson))).bytes.toString()) as {
    licence: string
    round: { results: number }
    results: Result[]
  }

describe('open data, for anybody without an account', () => {
  test('the list of rounds leads to the files', async () => {
    const { body } = await finished.city.people.city.call(listOpenRounds)
    const [round] = body.rounds
    expect(round).toMatchObject({ id: finished.roundId, year: 2026, kind: 'final', results: 8 })
    expect(body.licence).toContain('注明来源')
    for (const { address } of round?.files ?? []) expect((await finished.fetch(address)).status).toBe(200)
  })

  test('every field of every file stands in the dictionary, and nothing else does', async () => {
    const { body } = await finished.city.people.city.call(getDictionary)
    const namesOf = (file: string) =>
      body.files.find(({ name }) => name === file)?.columns.map(({ name }) => name)
    const [result] = (await results()).results
    const { groups, rows, ...fields } = result as Result
    expect(Object.keys(fields)).toEqual(namesOf('results.csv'))
    expect(Object.keys(groups[0] ?? {})).toEqual(namesOf('results.json groups'))
    expect(new Set(Object.keys(rows[0] ?? {}))).toEqual(new Set(namesOf('rows.csv')))
    for (const [path, file] of [
      [archivePaths.resultsCsv, 'results.csv'],
      [archivePaths.rowsCsv, 'rows.csv'],
    ] as const) {
      const text = (await finished.fetch(addressOf(path))).bytes.toString()
      expect(text.split('\r\n')[0]).toBe(`\ufeff${namesOf(file)?.join(',')}`)
    }
  })

  test('a row that would tell of a person is empty below its level-1 total', async () => {
    const all = (await results()).results
    const withheld = all.flatMap(({ groups, rows }) => {
      const closed = new Set(groups.filter((group) => group.withheld).map(({ name }) => name))
      return rows.filter((row) => closed.has(row.level1))
    })
    expect(withheld.length).toBeGreaterThan(0)
    for (const row of withheld) expect(row).toMatchObject({ withheld: true, state: null, points: null })
  })

  test('CSV holds a line for each subject and no formula', async () => {
    const text = (await finished.fetch(addressOf(archivePaths.resultsCsv))).bytes.toString()
    expect(text.trimEnd().split('\r\n')).toHaveLength(9)
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""点我"")"`)
  })

  test('who has the file already is told so; HEAD says whether it is there', async () => {
    const path = addressOf(archivePaths.resultsJson)
    const { headers } = await finished.fetch(path)
    expect(headers['cache-control']).toContain('public')
    expect(headers['access-control-allow-origin']).toBe('*')
    const again = await finished.fetch(path, undefined, { 'if-none-match': String(headers.etag) })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    expect((await finished.fetch(path, undefined, { 'if-none-match': '"other"' })).status).toBe(200)
    const head = await finished.app.http.inject({ method: 'HEAD', url: path })
    expect([head.statusCode, head.body]).toEqual([200, ''])
  })
})
