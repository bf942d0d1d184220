import { afterAll, beforeAll, expect, test } from 'vitest'
import { getSubjectScore, listScores } from '../../../../contracts/evaluation/staff.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { type GivenReading, recordReadings } from '../index.ts'
import { openAndScore, score, type SmallCity, smallCity } from '../testing/small-city.ts'

let app: TestApp
let city: SmallCity
let roundId: string
beforeAll(async () => {
  app = await testApp()
  city = await smallCity(app)
  roundId = await openAndScore(app, city.people.city)
}, 60_000)
afterAll(() => app.close())

/** A graded row of the firm's table with its fact, and how it stands now. */
async function rowOfFirm(fact?: string) {
  const { city: bureau } = city.people
  const listed = await bureau.call(listScores, { params: { id: roundId }, query: { kind: 'enterprise' } })
  const subjectId = listed.body.rows.find(({ name }) => name === '示例甲物业')?.subjectId ?? ''
  const { body } = await bureau.call(getSubjectScore, { params: { id: roundId, subjectId } })
  const found = body.rows.find((row) => (fact ? row.fact === fact : row.id === '2-16'))
  if (!found?.fact) throw new Error('no such row')
  return { fact: found.fact, reading: found.reading.value }
}

const reading = (fact: string, more: Partial<GivenReading>): GivenReading => ({
  year: 2026,
  fact,
  placeId: city.districtId,
  bodyId: city.firmA,
  projectId: null,
  grader: '业委会',
  incident: '',
  numerator: null,
  denominator: null,
  value: null,
  named: null,
  notApplicable: null,
  note: '',
  evidence: '',
  provenance: 'inspected',
  standing: 'ordinary',
  ...more,
})

test('C33: an override in one project replaces that project’s reading; the other project’s grade still counts by its households', async () => {
  const { fact } = await rowOfFirm()
  const [big, small] = city.compounds
  const ctx = await city.people.street.ctx()
  await recordReadings(ctx, [
    reading(fact, { projectId: big?.id ?? '', named: '优' }),
    reading(fact, {
      projectId: small?.id ?? '',
      named: '差',
      standing: 'override',
      note: '调整理由：现场不符',
    }),
  ])
  await score(city.people.city, roundId)
  // 600 households at 优 (1), 300 at 差 (0).
  expect((await rowOfFirm(fact)).reading).toBe('2/3')
})

test('C11: what a sheet says was inspected under another name is not averaged with the grade of the procedure', async () => {
  const { fact } = await rowOfFirm()
  await app.database.pool.query(
    `INSERT INTO evaluation.declared_fact (id, year, fact, place_id, body_id, project_id, grader, incident, named, note, evidence,
       provenance, standing, of_procedure, recorded_at)
     VALUES (gen_random_uuid(), 2026, $1, $2, $3, $4, '区住建局抽查', '', '差', '', '', 'inspected', 'ordinary', false, now())`,
    [fact, city.districtId, city.firmA, city.compounds[0]?.id],
  )
  await score(city.people.city, roundId)
  expect((await rowOfFirm(fact)).reading).toBe('2/3')
})
