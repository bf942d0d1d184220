import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, id } from '../shapes.ts'
import { documentType } from './words.ts'

/** The answer is a file, not JSON. */
const file = z.unknown()

/** One file as lists of evidence show it; other modules answer it inside their records. */
export const evidence = z.object({
  id,
  name: z.string(),
  type: documentType,
  /** Bytes, as uploaded. */
  size: z.number().int(),
  /** Pixels, upright; NULL for what is no picture. A picture has a thumbnail. */
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** As the person's device says: when and where (degrees, WGS 84) the photo was taken. */
  takenAt: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  uploadedAt: z.string(),
})
export type Evidence = z.infer<typeof evidence>

export const documentRecord = evidence.extend({
  /** Of the bytes as they were uploaded, hexadecimal. */
  sha256: z.string(),
  /** Whether some record holds it; what none holds is removed after a day. */
  attached: z.boolean(),
  can,
})
export type DocumentRecord = z.infer<typeof documentRecord>

/** Fields that stand before the file in the multipart form, each as text. */
export const uploadNotes = z
  .object({
    takenAt: z.iso
      .datetime({ offset: true, error: '拍摄时间应写成 2026-01-31T09:30:00+08:00 的样子' })
      .optional(),
    latitude: z.coerce
      .number('纬度应是数字')
      .min(-90, '纬度应在 -90 到 90 之间')
      .max(90, '纬度应在 -90 到 90 之间')
      .optional(),
    longitude: z.coerce
      .number('经度应是数字')
      .min(-180, '经度应在 -180 到 180 之间')
      .max(180, '经度应在 -180 到 180 之间')
      .optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ['latitude'],
    error: '经度和纬度要么都给出，要么都不给',
  })

/**
 * Multipart: the fields of `uploadNotes`, then the one part `file`. The id is the client's own (uuid), so that a device
 * without a network may send the same file again: same id and same bytes, same answer.
 */
export const uploadDocument = endpoint({
  method: 'POST',
  path: '/api/documents',
  verb: 'documents.upload',
  summary: '上传一份佐证材料',
  query: z.object({ id: id.optional() }),
  response: documentRecord,
})
export const getDocument = endpoint({
  method: 'GET',
  path: '/api/documents/:id',
  verb: 'documents.see',
  summary: '一份佐证材料的登记信息',
  params: z.object({ id }),
  response: documentRecord,
})
/** Pictures as a copy without the device's data; other files as they were uploaded. */
export const downloadDocument = endpoint({
  method: 'GET',
  path: '/api/documents/:id/content',
  verb: 'documents.see',
  summary: '打开佐证材料（照片为去除拍摄设备信息的副本）',
  params: z.object({ id }),
  response: file,
})
export const getThumbnail = endpoint({
  method: 'GET',
  path: '/api/documents/:id/thumbnail',
  verb: 'documents.see',
  summary: '照片的缩略图',
  params: z.object({ id }),
  response: file,
})
export const downloadOriginal = endpoint({
  method: 'GET',
  path: '/api/documents/:id/original',
  verb: 'documents.see-original',
  summary: '下载原始文件（含拍摄设备信息）',
  params: z.object({ id }),
  response: file,
})
