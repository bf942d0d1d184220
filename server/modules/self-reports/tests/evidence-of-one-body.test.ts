import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDocument } from '../../../../contracts/documents/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import * as made from '../../documents/tests/made-files.ts'
import { sendFile } from '../../documents/tests/sent-files.ts'
import { reporting, type Reporting } from './reporting.ts'

let it: Reporting
beforeAll(async () => {
  it = await reporting()
})
afterAll(() => it.app.close())

const garden = '幸福花园'
const upload = async (person: Person) =>
  (await sendFile(it.app, person, { bytes: await made.photo() })).body.id
const opens = async (person: Person, id: string) =>
  (await person.call(getDocument, { params: { id } })).status === 200

test('all who act for the firm of a project see what any of them brought as evidence; others’ heads do not', async () => {
  const { firmA, firmB } = it.city.people
  const [own, sister, foreign] = it.city.compounds
  const headAt = (place: { id: string } | undefined) =>
    it.app.person({ role: 'project-head', placeId: place?.id ?? '' })
  const [head, colleague] = [await headAt(own), await headAt(own)]
  const [ofSister, ofForeign] = [await headAt(sister), await headAt(foreign)]
  const fromFirm = await upload(firmA)
  await it.save(firmA, garden, { note: '附照片', documentIds: [fromFirm] })
  expect(await opens(head, fromFirm)).toBe(true)
  // Who adds to a row keeps what is there and has not been brought by himself.
  const fromHead = await upload(head)
  const both = { note: '附照片两张', baseVersion: 1, documentIds: [fromFirm, fromHead] }
  expect((await it.save(head, garden, both)).body.outcomes).toMatchObject([{ outcome: 'saved' }])
  for (const person of [firmA, head, colleague])
    expect([await opens(person, fromFirm), await opens(person, fromHead)]).toEqual([true, true])
  for (const person of [firmB, ofSister, ofForeign])
    expect([await opens(person, fromFirm), await opens(person, fromHead)]).toEqual([false, false])
  // Another firm serves the project from now on: its head does not inherit the evidence of the one before.
  const { pool } = it.app.database
  await pool.query(
    `UPDATE organisations.service_contract SET valid_to = '2026-03-03' WHERE compound_id = $1`,
    [own?.id],
  )
  await pool.query(
    `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from)
     VALUES (gen_random_uuid(), $1, $2, 'C-9', '2026-03-03')`,
    [it.city.firmB, own?.id],
  )
  expect(await opens(colleague, fromFirm)).toBe(false)
})
