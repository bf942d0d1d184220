import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../shapes.ts'
import { photoPath } from './words.ts'

/** Multipart, the one part `file`. The id is the browser's own: same id and same bytes, same answer. */
export const uploadPhoto = endpoint({
  method: 'POST',
  path: photoPath,
  verb: 'documents.upload-photos',
  summary: '居民上传现场照片',
  query: z.object({ id }),
  response: z.object({ id }),
})
