import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { createClient as contract } from '../../../../contracts/petitions/clients.ts'
import { defineAction } from '../../../access/action.ts'
import { client, clientPlace } from '../policy.ts'
import { insertClient, revoke } from '../storage/clients.ts'

type Input = Received<typeof contract>['body']

/** 新增接口密钥: the key says who asks, the secret signs; both are told this once. */
export const createClient = defineAction({
  verb: 'petitions.manage-clients',
  on: ({ placeId }: Input) => ({ resource: clientPlace, id: placeId, lock: 'none' as const }),
  async run(ctx, { name, kind, placeId }) {
    const id = uuid()
    const key = `gz_${randomBytes(24).toString('base64url')}`
    const secret = `whsec_${randomBytes(32).toString('base64')}`
    const fresh = {
      id,
      name,
      kind,
      placeId,
      keyMark: ctx.keys.fingerprint(key),
      secret: ctx.keys.seal(secret),
    }
    await insertClient(ctx.db, fresh, ctx.actor.id, ctx.clock.now().toISOString())
    return {
      answer: { id, key, secret },
      audit: { resource: client.name, id, summary: `新增诉求接口密钥：${name}`, detail: { kind, placeId } },
    }
  },
})

/** 停用: at once, for good; another one is made where it is needed. */
export const revokeClient = defineAction({
  verb: 'petitions.manage-clients',
  on: ({ id }: { id: string }) => ({ resource: client, id }),
  async run(ctx, { id }) {
    await revoke(ctx.db, id)
    return { answer: { id }, audit: { resource: client.name, id, summary: '停用诉求接口密钥' } }
  },
})
