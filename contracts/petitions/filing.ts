import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { contentLength, longestName, longestSpot, mostPhotos } from './public-words.ts'

/** Filed at the counter, by telephone, by a project or a committee: for themselves or for somebody. */
export const fileForSomebody = endpoint({
  method: 'POST',
  path: '/api/petitions/claims',
  verb: 'petitions.file',
  summary: '登记诉求（窗口、电话、项目、业委会）',
  body: z.object({
    /** Made by the browser: the same claim sent twice is one. */
    key: id,
    category: z.string().max(6),
    placeId: id,
    spot: z.string().trim().max(longestSpot).default(''),
    content: z
      .string()
      .trim()
      .min(contentLength.least, `请写明什么事，至少 ${contentLength.least} 个字`)
      .max(contentLength.most, `最多 ${contentLength.most} 个字`),
    reporterName: z.string().trim().max(longestName).nullish(),
    reporterPhone: z.string().trim().max(30).nullish(),
    /** The reporter asked that handlers never see who it was. */
    sealed: z.boolean().default(false),
    agreesToPublish: z.boolean().default(false),
    documentIds: z.array(id).max(mostPhotos, `最多 ${mostPhotos} 份附件`).default([]),
    latitude: z.number().min(-90).max(90).nullish(),
    longitude: z.number().min(-180).max(180).nullish(),
  }),
  response: z.object({ id, number: z.string(), danger: z.boolean() }),
})
