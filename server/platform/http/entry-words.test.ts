import { expect, test } from 'vitest'
import { z } from 'zod'
import { day } from '../../../contracts/shapes.ts'
import { entryWords } from './entry-words.ts'

const schema = z.object({
  code: z.string().regex(/^\d{12}$/, '请填写12位区划代码'),
  seats: z.number().min(1),
  kind: z.enum(['own', 'joint']),
  name: z.string(),
  on: day,
})

test('a field that the contract refuses is told in Chinese and in English, each in its own language', () => {
  const { error } = schema.safeParse({ code: '1', seats: 0, kind: 'x', on: '2026-02-30' })
  const found = error?.issues ?? []
  const words = found.map(({ code, message, ...params }) => entryWords({ keyword: code, message, params }))
  expect(words).toHaveLength(5)
  for (const { zh, en } of words) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[\x20-\x7e]+$/)
  }
  expect(words[0]).toEqual({ zh: '请填写12位区划代码', en: 'Not written in the required form.' })
})
