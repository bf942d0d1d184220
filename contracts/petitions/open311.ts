import { z } from 'zod'
import { endpoint } from '../endpoint.ts'

/** GeoReport v2 says its faults in its own form, so whatever is asked is read by the handler. */
const asked = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const spoken = z.unknown()
const format = z.enum(['json', 'xml'])
const base = '/api/open311/v2' as const

export const discover = endpoint({
  method: 'GET',
  path: '/api/open311/discovery.:format',
  verb: 'public',
  summary: 'Open311：接口发现',
  params: z.object({ format }),
  response: spoken,
})
export const services = endpoint({
  method: 'GET',
  path: `${base}/services.:format`,
  verb: 'public',
  summary: 'Open311：诉求类别',
  params: z.object({ format }),
  query: asked,
  response: spoken,
})
export const serviceDefinition = endpoint({
  method: 'GET',
  path: `${base}/services/:code.:format`,
  verb: 'public',
  summary: 'Open311：一个类别要填什么',
  params: z.object({ code: z.string(), format }),
  query: asked,
  response: spoken,
})
export const postRequest = endpoint({
  method: 'POST',
  path: `${base}/requests.:format`,
  verb: 'public',
  summary: 'Open311：提交诉求（须有接口密钥）',
  params: z.object({ format }),
  query: asked,
  body: asked.nullish(),
  response: spoken,
})
export const requests = endpoint({
  method: 'GET',
  path: `${base}/requests.:format`,
  verb: 'public',
  summary: 'Open311：诉求列表',
  params: z.object({ format }),
  query: asked,
  response: spoken,
})
export const request = endpoint({
  method: 'GET',
  path: `${base}/requests/:id.:format`,
  verb: 'public',
  summary: 'Open311：一件诉求',
  params: z.object({ id: z.string(), format }),
  query: asked,
  response: spoken,
})
export const token = endpoint({
  method: 'GET',
  path: `${base}/tokens/:id.:format`,
  verb: 'public',
  summary: 'Open311：按受理凭证查编号',
  params: z.object({ id: z.string(), format }),
  query: asked,
  response: spoken,
})
