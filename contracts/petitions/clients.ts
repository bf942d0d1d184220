import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, id, page, paging } from '../shapes.ts'

/** Other systems that bring claims: the 12345 hotline, and whatever speaks Open311. */
export const clientKinds = ['hotline', 'open311'] as const
export const clientKind = z.enum(clientKinds)
export type ClientKind = z.infer<typeof clientKind>

export const client = z.object({
  id,
  name: z.string(),
  kind: clientKind,
  placeId: id,
  placeName: z.string(),
  state: z.enum(['active', 'revoked']),
  createdAt: z.string(),
  createdBy: z.string().nullable(),
  can,
})
export type Client = z.infer<typeof client>

export const listClients = endpoint({
  method: 'GET',
  path: '/api/petitions/clients',
  verb: 'petitions.manage-clients',
  summary: '诉求接口密钥',
  query: z.object(paging),
  response: page(client),
})
export const exportClients = endpoint({
  method: 'GET',
  path: '/api/petitions/clients/export',
  verb: 'petitions.manage-clients',
  summary: '诉求接口密钥（Excel）',
  response: z.unknown(),
})
/** The key and the secret are shown this once; only the key's fingerprint, and the secret sealed, are kept. */
export const createClient = endpoint({
  method: 'POST',
  path: '/api/petitions/clients',
  verb: 'petitions.manage-clients',
  summary: '新增接口密钥（只显示一次）',
  body: z.object({
    name: z.string().trim().min(2, '请填写系统名称').max(60),
    kind: clientKind,
    placeId: id,
  }),
  response: z.object({ id, key: z.string(), secret: z.string() }),
})
export const revokeClient = endpoint({
  method: 'POST',
  path: '/api/petitions/clients/:id/revocation',
  verb: 'petitions.manage-clients',
  summary: '停用接口密钥',
  params: z.object({ id }),
  response: z.object({ id }),
})
