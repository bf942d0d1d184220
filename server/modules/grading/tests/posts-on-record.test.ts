import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setPhone } from '../../../../contracts/accounts/phone.ts'
import { createAccount, listAccounts } from '../../../../contracts/accounts/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { type GradedCity, gradedCity, holderOf, tasksOf } from './graded-city.ts'

let city: GradedCity
let administrator: Person
beforeAll(async () => {
  city = await gradedCity()
  administrator = await city.app.person({ role: 'authorisation-admin', placeId: city.app.cityId })
}, 60_000)
afterAll(() => city.app.close())

/** Somebody on record, as a sheet of posts leaves them. */
async function onRecord(phone: string, post: { bodyId: string; compoundId: string | null; role: string }) {
  const { keys } = city.app.context
  const { pool } = city.app.database
  const personId = randomUUID()
  await pool.query(
    `INSERT INTO organisations.person (id, name_sealed, name_print, name_mask, phone_sealed, phone_print, phone_mask)
     VALUES ($1, $2, $3, '示*', $4, $5, '138****0000')`,
    [personId, keys.seal('示例'), keys.fingerprint(randomUUID()), keys.seal(phone), keys.fingerprint(phone)],
  )
  await pool.query(
    `INSERT INTO organisations.post (id, person_id, body_id, compound_id, role, place_id, valid_from)
     VALUES ($1, $2, $3, $4, $5, $6, '2025-01-01')`,
    [randomUUID(), personId, post.bodyId, post.compoundId, post.role, post.compoundId ?? city.app.cityId],
  )
}
const give = (person: Person, phone: string | null) =>
  administrator.call(setPhone, { params: { id: person.id }, body: { phone } })
const barred = async ({ id }: Person) =>
  (
    await city.app.database.pool.query<{ name: string }>(
      `SELECT DISTINCT s.name FROM grading.published_bar bar JOIN evaluation.subject s ON s.id = bar.subject_id
       WHERE bar.account_id = $1 ORDER BY s.name`,
      [id],
    )
  ).rows.map(({ name }) => name)

test('A.1.4: a post on record under the account’s telephone bars as a declared one does, and only as long as the number stands', async () => {
  const { firmA, compounds } = city.city
  const holder = await holderOf(city, '和谐家园')
  expect(await barred(holder)).toEqual([])
  await onRecord('13800000001', {
    bodyId: firmA,
    compoundId: compounds[0]?.id ?? '',
    role: 'project-head',
  })
  expect((await give(holder, '+86 138-0000-0001')).body).toEqual({ phoneMask: '138****0001' })
  expect(await barred(holder)).toEqual(['和谐家园', '幸福花园', '示例甲物业'].toSorted())
  expect((await tasksOf(holder)).map(({ subjectName }) => subjectName)).not.toContain('和谐家园')
  await give(holder, null)
  expect(await barred(holder)).toEqual([])
  expect((await tasksOf(holder)).map(({ subjectName }) => subjectName)).toContain('和谐家园')
})

test('a committee member on record is bound to its compound and the firm there', async () => {
  const { committee } = city.city
  const person = await city.app.person({ role: 'evaluator', placeId: city.app.cityId })
  await onRecord('13800000002', { bodyId: committee, compoundId: null, role: 'committee-member' })
  await give(person, '13800000002')
  expect(await barred(person)).toEqual(['幸福花园', '示例甲物业'].toSorted())
})

test('the number is kept sealed and masked; nobody is shown it whole, and what is no number is refused', async () => {
  const made = await administrator.call(createAccount, {
    body: { account: 'phone-holder', displayName: '示例（演示数据）', phone: '13900001234', grants: [] },
  })
  expect(made.status).toBe(200)
  const { body } = await administrator.call(listAccounts, { query: { text: 'phone-holder' } })
  expect(body.rows[0]).toMatchObject({ phoneMask: '139****1234' })
  const { rows } = await city.app.database.pool.query(
    `SELECT (SELECT to_json(a)::text FROM accounts.account a WHERE a.account = 'phone-holder') AS kept,
      (SELECT string_agg(to_json(e)::text, '') FROM platform.audit_entry e) AS trail`,
  )
  expect(JSON.stringify(rows)).not.toContain('13900001234')
  const wrong = await administrator.call(setPhone, {
    params: { id: body.rows[0]?.id ?? '' },
    body: { phone: '12345' },
  })
  expect(wrong).toMatchObject({ status: 422, body: { code: 'accounts.phone-unreadable' } })
  expect((await give(administrator, '13900001235')).status).not.toBe(500)
})
