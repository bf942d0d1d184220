import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GradeSent } from '../../../../contracts/grading/staff.ts'
import { perform } from '../../../access/action.ts'
import { countedStatements } from '../../../platform/testing/counted-statements.ts'
import * as made from '../../documents/tests/made-files.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { saveGrades } from '../index.ts'
import { gradedCity, type GradedCity, tasksOf, wholeTask } from './graded-city.ts'

let city: GradedCity
beforeAll(async () => {
  city = await gradedCity()
}, 60_000)
afterAll(() => city.app.close())

/** Without what records compute: each of those facts is a statement of its own, asked once for all grades. */
async function statementsFor(grades: readonly GradeSent[]): Promise<number> {
  const ctx = await city.city.people.district.ctx()
  const counted = countedStatements(ctx.db)
  const papers = { rulebookOf: city.app.engine.editions.rulebookOf, sources: [], demo: false }
  const { outcomes } = await perform({ ...ctx, db: counted.db }, saveGrades(papers), { grades })
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(grades.map(() => 'saved'))
  return counted.count()
}

test('50 grades with their photos take as many statements as two', async () => {
  const { app, city: small } = city
  const { district } = small.people
  const grades = (await tasksOf(district)).flatMap(wholeTask).slice(0, 52)
  const photo = await made.photo()
  const withPhotos = await Promise.all(
    grades.map(async (grade) => {
      const { body } = await sendFile(app, district, { bytes: photo })
      return { ...grade, documentIds: [body.id] }
    }),
  )
  const two = await statementsFor(withPhotos.slice(0, 2))
  expect(await statementsFor(withPhotos.slice(2))).toBe(two)
  const { rows } = await app.database.pool.query(
    `SELECT count(*)::integer AS grades, (SELECT count(*)::integer FROM grading.grade_version) AS versions,
      (SELECT count(*)::integer FROM documents.attachment) AS photos FROM grading.grade`,
  )
  expect(rows).toEqual([{ grades: 52, versions: 52, photos: 52 }])
})
