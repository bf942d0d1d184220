import { afterAll, beforeAll, expect, test } from 'vitest'
import { declareTies } from '../../../../contracts/grading/staff.ts'
import { askGrader, confirmReviews } from '../../../../contracts/moderation/staff.ts'
import type { Person } from '../../../platform/testing/app.ts'
import { firstGraderOf, type ModeratedCity, moderatedCity, reviewOf } from './moderated-city.ts'

let town: ModeratedCity
beforeAll(async () => {
  town = await moderatedCity()
}, 90_000)
afterAll(() => town.app.close())

const confirm = async (person: Person, name: string) => {
  const { id, hash } = await reviewOf(person, town.roundId, name)
  const body = { reviews: [{ id, hash: hash ?? '' }], note: '已逐项核对疑点，确认照此' }
  return await person.call(confirmReviews, { body })
}

test('A.1.4: a moderator bound to the firm neither confirms its projects nor sends a row back', async () => {
  const { moderator } = town
  await moderator.call(declareTies, { body: { ties: [{ kind: 'kin', bodyId: town.city.firmA }] } })
  const seen = await reviewOf(moderator, town.roundId, '幸福花园')
  expect(seen.can).toEqual({
    'moderation.confirm': false,
    'moderation.ask': false,
    'moderation.choose': false,
  })
  const refused = { status: 403, body: { code: 'grading.conflict', clause: 'A.1.4' } }
  expect(await confirm(moderator, '幸福花园')).toMatchObject(refused)
  expect(await confirm(moderator, '示例甲物业')).toMatchObject(refused)
  const { taskId, row } = await firstGraderOf(town, '幸福花园')
  const question = '照片里没有岗亭，请说明现场情况'
  const asked = await moderator.call(askGrader, { params: { id: seen.id }, body: { taskId, row, question } })
  expect(asked).toMatchObject(refused)
  // What does not touch the firm he moderates as before.
  expect((await confirm(moderator, '阳光小区')).status).toBe(200)
})

test('6.8.2: the district does not confirm its own row of A.4; the city does', async () => {
  const { district } = town.city.people
  expect(await confirm(district, '昆都仑区')).toMatchObject({
    status: 403,
    body: { code: 'grading.own-office', clause: '6.8.2' },
  })
  expect((await confirm(town.second, '昆都仑区')).status).toBe(200)
  expect((await confirm(district, '少先路街道')).body).not.toMatchObject({ code: 'grading.own-office' })
})
