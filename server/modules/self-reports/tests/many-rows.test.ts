import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RowSent } from '../../../../contracts/self-reports/staff.ts'
import { perform } from '../../../access/action.ts'
import { countedStatements } from '../../../platform/testing/counted-statements.ts'
import * as made from '../../documents/tests/made-files.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { saveRows } from '../actions/save-rows.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

async function statementsFor(name: string, rows: RowSent[]): Promise<number> {
  const ctx = await it.city.people.firmA.ctx()
  const counted = countedStatements(ctx.db)
  const save = saveRows(it.app.engine.editions)
  const sent = { id: it.reportOf(name), rows }
  const { outcomes } = await perform({ ...ctx, db: counted.db }, save, sent)
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'saved'))
  return counted.count()
}

test('a whole table of rows with their evidence takes as many statements as two rows', async () => {
  const { firmA } = it.city.people
  const photo = await made.photo()
  const page = await it.page(firmA, '幸福花园')
  const noted = async (row: string, baseVersion = 0): Promise<RowSent> => {
    const { body } = await sendFile(it.app, firmA, { bytes: photo })
    const said = { stance: 'accept' as const, note: '附照片', evidenceNote: '', documentIds: [body.id] }
    return { row, baseVersion, entered: {}, ...said }
  }
  const ids = page.rows.map(({ id }) => id)
  expect(ids.length).toBeGreaterThan(35)
  const two = await statementsFor('幸福花园', await Promise.all(ids.slice(0, 2).map((id) => noted(id))))
  const rest = await Promise.all(ids.slice(2).map((id) => noted(id)))
  expect(await statementsFor('幸福花园', rest)).toBe(two)
  // Other papers in their place: what each row let go of is taken away as well, in two statements more.
  const others = await Promise.all(ids.map((id) => noted(id, 1)))
  expect(await statementsFor('幸福花园', others)).toBe(two + 2)
  const { rows } = await it.app.database.pool.query(
    `SELECT count(*)::integer AS held FROM documents.attachment WHERE resource = 'self-reports.row'`,
  )
  expect(rows).toEqual([{ held: ids.length }])
})
