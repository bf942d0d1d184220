import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAppeal, listOwnResults } from '../../../../contracts/publicity/appeals.ts'
import { proposeCorrection } from '../../../../contracts/publicity/corrections.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { advanceTo } from '../../evaluation/testing/small-city.ts'
import type { ModeratedCity } from '../../moderation/tests/moderated-city.ts'
import { appealingCity, appealOn, cityOfficial, evidenceOf, gradedRows } from './appealing-city.ts'

let town: ModeratedCity
let firmA: Person
/** Subjects of the firm, each with rows that may be appealed and corrected. */
let subjects: { id: string; rows: string[] }[]
beforeAll(async () => {
  town = await appealingCity()
  ;({ firmA } = town.city.people)
  const { body } = await firmA.call(listOwnResults)
  const own = await Promise.all(
    body.results.map(async ({ subjectId: id }) => ({ id, rows: await gradedRows(firmA, id) })),
  )
  subjects = own.filter(({ rows }) => rows.length >= 4)
}, 90_000)
afterAll(() => town.app.close())

interface Said {
  subject: number
  /** Which of the subject's rows, and which of two reasons. */
  rows: readonly (readonly [number, number])[]
}
const reasons = ['现场检查时间与记录不符，附当日照片', '记录属于另一小区，附签到表']
/** Two sayings under one id, the second with the first's rows in another order, or something else altogether. */
const drawn = (subjectsThere: number) => {
  const row = fc.tuple(fc.nat(3), fc.nat(1))
  const said = fc.record({
    subject: fc.nat(subjectsThere - 1),
    rows: fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: ([which]) => which }),
  })
  const again = (first: Said) => fc.constant({ ...first, rows: first.rows.toReversed() })
  return said.chain((first) => fc.tuple(fc.constant<Said>(first), fc.oneof(said, again(first))))
}
const inOrder = ({ rows }: Said) =>
  rows
    .map((row) => row.join())
    .toSorted()
    .join('|')
const sameAs = (a: Said, b: Said) => a.subject === b.subject && inOrder(a) === inOrder(b)

async function holds(
  send: (id: string, said: Said) => Promise<{ status: number; body: unknown }>,
  { code, clear }: { code: string; clear: () => Promise<void> },
) {
  await fc.assert(
    fc.asyncProperty(drawn(subjects.length), async ([first, second]) => {
      await clear()
      const id = randomUUID()
      const kept = await send(id, first)
      expect(kept.status, JSON.stringify(kept.body)).toBe(200)
      const repeated = await send(id, second)
      if (sameAs(first, second)) expect(repeated).toMatchObject({ status: 200, body: { id } })
      else {
        expect(repeated).toMatchObject({ status: 409, body: { code } })
        expect((repeated.body as { detail: string }).detail).toMatch(/提交编号.+没有保存/)
      }
    }),
    { numRuns: 25 },
  )
}

const rowsOf = ({ subject, rows }: Said) =>
  rows.map(([which, why]) => ({
    indicator: subjects[subject]?.rows[which] ?? '',
    reason: reasons[why] ?? '',
  }))
const sql = (text: string) => town.app.database.pool.query(text)

test('an appeal’s id used for another subject, row or reason: 409 in words, nothing saved; the same said again counts once', async () => {
  expect(subjects.length).toBeGreaterThan(1)
  await holds(
    (id, said) =>
      firmA.call(fileAppeal, {
        body: appealOn(subjects[said.subject]?.id ?? '', [], { id, rows: rowsOf(said) }),
      }),
    {
      code: 'publicity.appeal-id-used',
      async clear() {
        for (const table of ['appeal_assignment', 'appeal_row', 'appeal'])
          await sql(`DELETE FROM publicity.${table}`)
      },
    },
  )
})

test('a correction’s id used for another: 409 in words, nothing saved; the same said again counts once', async () => {
  await advanceTo(town.app, town.clock, town, 'final')
  const proposer = await cityOfficial(town)
  const paper = await evidenceOf(town, proposer)
  const { rows: facts } = await sql(`SELECT 1 FROM publicity.correction`)
  expect(facts).toEqual([])
  await holds(
    async (id, said) =>
      await proposer.call(proposeCorrection, {
        body: {
          id,
          subjectId: subjects[said.subject]?.id ?? '',
          reason: '复核发现一处现场记录被重复计算，附原始记录',
          rows: rowsOf(said).map((row) => ({ ...row, entered: { value: '差' } })),
          documentIds: [paper],
        },
      }),
    {
      code: 'publicity.correction-id-used',
      async clear() {
        for (const table of ['correction_row', 'correction']) await sql(`DELETE FROM publicity.${table}`)
        await sql('DELETE FROM documents.attachment')
        await sql('UPDATE documents.document SET loose_since = now(), place_id = NULL, body_id = NULL')
      },
    },
  )
})
