import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { drawPaper } from './draw.ts'

/** For anybody: what was committed to, and after the grading all that repeating the draw needs. */
export const getDrawPaper = endpoint({
  method: 'GET',
  path: '/api/grading/public/rounds/:id/draw',
  verb: 'public',
  summary: '考核组随机分配的公开记录',
  params: z.object({ id }),
  response: z.object({ paper: drawPaper.nullable() }),
})
