import { expect, test } from 'vitest'
import { fileName } from './download.ts'
import { isPassing, NoConnection, Problem, readProblem, StrangeAnswer } from './problem.ts'
import { SubmitKey } from './submit.ts'

const details = {
  type: 'about:blank',
  title: 'conflict',
  status: 409,
  code: 'x.stale',
  detail: '已被他人修改',
  detailEn: 'changed meanwhile',
  clause: '4.3.2',
  errors: [{ field: 'name', detail: '重名', detailEn: 'name taken' }],
}

test('the same submit sent again keeps its idempotency key until it is answered', () => {
  const key = new SubmitKey()
  const first = key.for({ body: { name: '甲' } })
  expect(key.for({ body: { name: '甲' } })).toBe(first)
  expect(key.for({ body: { name: '乙' } })).not.toBe(first)
  const second = key.for({ body: { name: '乙' } })
  key.answered()
  expect(key.for({ body: { name: '乙' } })).not.toBe(second)
})

test('only a fault of the line or of a proxy is worth sending again', () => {
  expect(isPassing(new NoConnection(null))).toBe(true)
  expect(isPassing(new StrangeAnswer(503))).toBe(true)
  expect(isPassing(new StrangeAnswer(500))).toBe(false)
  expect(isPassing(new Problem({ ...details, status: 422 }))).toBe(false)
})

test('a refusal keeps its code, clause and field errors; a foreign page becomes a strange answer', async () => {
  const problem = await readProblem(Response.json(details, { status: 409 }))
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ code: 'x.stale', clause: '4.3.2', errors: [{ field: 'name' }] })
  expect(await readProblem(new Response('<html>', { status: 502 }))).toBeInstanceOf(StrangeAnswer)
})

test('a Chinese file name travels in filename*', () => {
  expect(fileName(`attachment; filename="a.xlsx"; filename*=UTF-8''%E8%A1%A8A.1.xlsx`, 'x')).toBe(
    '表A.1.xlsx',
  )
  expect(fileName('attachment; filename="a.xlsx"', 'x')).toBe('a.xlsx')
  expect(fileName(null, '导出.xlsx')).toBe('导出.xlsx')
})
