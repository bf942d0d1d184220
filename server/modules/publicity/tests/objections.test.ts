import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getReceipt, listResults } from '../../../../contracts/publicity/public.ts'
import { answerObjection, listObjections, revealObjector } from '../../../../contracts/publicity/staff.ts'
import { receiptPattern } from '../../../../contracts/publicity/words.ts'
import { moderatedCity, type PublishedCity } from './published-city.ts'

let city: PublishedCity
let subjectId: string
let receipt: string
const base = '/api/publicity/public'
const text = '门岗夜里没有人值守，与第2组的说明不符，请核实。'

const draft = (more: object = {}) => ({ id: randomUUID(), roundId: city.roundId, subjectId, text, ...more })
/** As from another address each time: what bounds an address is tried by itself. */
let from = 0
async function file(body: object, address = `10.1.0.${++from}`) {
  const answer = await city.app.http.inject({
    method: 'POST',
    url: `${base}/objections`,
    headers: { 'x-gongzhi': '1', 'x-forwarded-for': address },
    payload: body,
  })
  return { status: answer.statusCode, body: answer.json() }
}
const look = async (number: string) => await city.ask(`${base}/objections/${number}`)

beforeAll(async () => {
  city = await moderatedCity()
  await city.advance('moderation')
  const { body } = await city.ask(`${base}/rounds/${city.roundId}/results?kind=compound`)
  subjectId = (body as Answer<typeof listResults>).rows[0]?.subjectId ?? ''
})
afterAll(() => city.close())

test('anybody objects without an account and gets a receipt; sent twice it is one', async () => {
  const sent = draft({ name: '王示例', phone: '138 0013 8000', indicator: '1-13' })
  const first = await file(sent)
  expect(first.status).toBe(200)
  expect(first.body).toMatchObject({ dueOn: '2026-12-02' })
  receipt = first.body.receipt
  expect(receipt).toMatch(receiptPattern)
  expect((await file(sent)).body.receipt).toBe(receipt)
  const kept = await city.app.database.pool.query('SELECT * FROM publicity.objection')
  expect(kept.rowCount).toBe(1)
  expect(JSON.stringify(kept.rows)).not.toMatch(/王示例|13800138000/)
})

test('an id that was used for another text is refused in words, and the first stands', async () => {
  const sent = draft()
  const first = await file(sent)
  const other = await file({ ...sent, text: '电梯停运超过一周，与公示的说明不符，请核实。' })
  expect(other).toMatchObject({ status: 409, body: { code: 'publicity.objection-id-used' } })
  expect(other.body.detail).toMatch(/[一-鿿]/)
  // The same words about something else are another objection too.
  expect(await file({ ...sent, indicator: '1-13' })).toMatchObject({ status: 409 })
  expect(await file({ ...sent, subjectId: null })).toMatchObject({ status: 409 })
  expect((await file(sent)).body.receipt).toBe(first.body.receipt)
  await city.app.database.pool.query('DELETE FROM publicity.objection WHERE id = $1', [sent.id])
})

test('the trail holds no name and no number of who objected', async () => {
  const { rows } = await city.app.database.pool.query(
    `SELECT actor_id, summary, detail FROM platform.audit_entry WHERE verb = 'publicity.file-objection'`,
  )
  expect(rows[0].actor_id).toBeNull()
  expect(JSON.stringify(rows)).not.toMatch(/王示例|13800138000/)
})

test.each([
  ['too short', { text: '不好' }, 400],
  ['a number that is none', { phone: '12345' }, 422],
  ['a subject of nowhere', { subjectId: randomUUID() }, 422],
  ['a row that the table lacks', { indicator: '4-99' }, 422],
  ['a round that was never published', { roundId: randomUUID() }, 404],
])('%s is refused in words', async (_, more, status) => {
  const answer = await file(draft(more))
  expect(answer.status).toBe(status)
  expect(answer.body.detail).toMatch(/[一-鿿]/)
})

test('one address may not flood the bureau', async () => {
  const answers: number[] = []
  for (let n = 0; n < 7; n++) answers.push((await file(draft(), '10.9.9.9')).status)
  expect(answers).toEqual([200, 200, 200, 200, 200, 429, 429])
})

test('the receipt tells who has it and until when; another number tells nothing', async () => {
  const { body } = await look(receipt)
  expect(body).toMatchObject({
    heldBy: '昆都仑区（区物业主管部门）',
    dueOn: '2026-12-02',
    answer: null,
    text,
  })
  expect((await look('YY-ABCD-EFGH-JKMN')).status).toBe(404)
  expect((await look('1')).status).toBe(400)
})

test('unanswered objections hold the stage, by district', async () => {
  const { body } = await city.bureau.call(getRoundStages, { params: { id: city.roundId } })
  const work = body.progress.find(({ zh }) => zh === '公示异议答复')
  expect(work).toMatchObject({ districtName: '昆都仑区', role: 'district-official', done: 0 })
  await city.at('2026-12-03T09:00:00+08:00')
  expect((await file(draft())).body).toMatchObject({ code: 'publicity.term-over', status: 409 })
  expect(await city.advance('publicity', '')).toBe(400)
  await city.at('2026-11-24T09:00:00+08:00')
})

test('the district answers with reasons, once, and whoever holds the receipt reads it; others see none of it', async () => {
  const districtId = (
    await city.app.database.pool.query(`SELECT id FROM organisations.place WHERE kind = 'district'`)
  ).rows[0].id as string
  const district = await city.app.person({ role: 'district-official', placeId: districtId })
  const evaluator = await city.app.person({ role: 'evaluator', placeId: districtId })
  expect((await evaluator.call(listObjections)).status).toBe(403)
  const { body: page } = await district.call(listObjections, { query: { state: 'open' } })
  const mine = page.rows.find((row) => row.receipt === receipt)
  expect(mine).toMatchObject({ hasContact: true, indicator: '1-13' })
  const params = { id: mine?.id ?? '' }
  const contact = await district.call(revealObjector, { params, body: {} })
  expect(contact.body).toEqual({ name: '王示例', phone: '13800138000' })
  const body = {
    outcome: 'partly' as const,
    answer: '已到现场核实，夜间值守记录缺两天，将在申诉阶段一并处理。',
  }
  expect((await district.call(answerObjection, { params, body })).status).toBe(200)
  expect((await district.call(answerObjection, { params, body })).status).toBe(409)
  expect((await look(receipt)).body as Answer<typeof getReceipt>).toMatchObject(body)
  const { rows } = await city.app.database.pool.query(
    `SELECT verb FROM platform.audit_entry WHERE resource_id = $1 ORDER BY id`,
    [params.id],
  )
  expect(rows).toHaveLength(4)
})

test('the list of objections goes on by key, those that wait first', async () => {
  const first = await city.bureau.call(listObjections, { query: { limit: 2 } })
  const rest = await city.bureau.call(listObjections, { query: { after: first.body.next ?? '' } })
  const all = [...first.body.rows, ...rest.body.rows]
  expect(all).toHaveLength(6)
  expect(new Set(all.map((row) => row.id)).size).toBe(6)
  expect(all.at(-1)?.outcome).toBe('partly')
})
