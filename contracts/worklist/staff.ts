import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day } from '../shapes.ts'

export const todo = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  due: day.nullable(),
  count: z.number().int(),
  link: z.string(),
})
export const figure = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  value: z.string(),
  change: z.string().nullable(),
  link: z.string(),
})
export const happening = z.object({
  id: z.number().int(),
  at: z.string(),
  who: z.string(),
  summary: z.string(),
})

/** The first page: what must I do now, how do we stand, what happened. */
export const getWorklist = endpoint({
  method: 'GET',
  path: '/api/worklist',
  verb: 'signed-in',
  summary: '待办、要紧的数字和最近发生的事',
  response: z.object({ todos: z.array(todo), figures: z.array(figure), happenings: z.array(happening) }),
})
