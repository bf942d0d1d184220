import * as contract from '../../../contracts/petitions/open311.ts'
import type { Context } from '../../access/context.ts'
import { type RawExchange, type Route, route } from '../../access/route.ts'
import { Refusal } from '../../platform/problems/refusal.ts'
import { shanghaiInstant } from '../../values/working-days.ts'
import { clientByKey } from './storage/clients.ts'
import type { PetitionMeans } from './means.ts'
import { postRequest } from './actions/post-request.ts'
import { refuse } from './system-problems.ts'
import { type Asked, readRequestsAsked, textOf } from './open311-asked.ts'
import { serviceRequests } from './queries/open311-requests.ts'
import { serviceOffered, servicesOffered, spotAttribute } from './queries/open311-services.ts'
import { type Format, say, sayAll, sayFault, type Spoken } from './open311-spoken.ts'

const listed = ['service_requests', 'request'] as const
const bySystems = { bySystems: true, perMinute: 600 } as const

/** Open311 GeoReport v2: https://wiki.open311.org/GeoReport_v2/ with page, page_size and updated_datetime. */
export function open311Routes(means: PetitionMeans): Route[] {
  const post = postRequest(means)
  return [
    route(
      contract.discover,
      async ({ params: { format }, ctx, raw }) =>
        raw.answer(say(format, 'discovery', discovery(format, ctx, raw.asked().origin))),
      bySystems,
    ),
    route(
      contract.services,
      ({ params: { format }, ctx, raw }) =>
        spoken(raw, format, async () =>
          sayAll(format, ['services', 'service'], await servicesOffered(ctx.db)),
        ),
      bySystems,
    ),
    route(
      contract.serviceDefinition,
      ({ params: { code, format }, ctx, raw }) =>
        spoken(raw, format, async () => {
          if (!(await serviceOffered(ctx.db, code))) throw refuse('service-unknown')
          return say(format, 'service_definition', definition(format, code))
        }),
      bySystems,
    ),
    route(
      contract.postRequest,
      ({ params: { format }, query, body, ctx, perform, raw }) =>
        spoken(raw, format, async () => {
          const asked: Asked = { ...query, ...body }
          const client = await clientOf(ctx, asked)
          const key = raw.header('idempotency-key')?.slice(0, 100) ?? null
          const { number } = await perform(post, { asked, client, key })
          const notice = { service_request_id: number, service_notice: '', account_id: '' }
          return sayAll(format, listed, [notice], 201)
        }),
      bySystems,
    ),
    route(
      contract.requests,
      ({ params: { format }, query, ctx, raw }) =>
        spoken(raw, format, async () => {
          const asked = readRequestsAsked(query, ctx.clock.now())
          return sayAll(format, listed, await serviceRequests(ctx.db, asked))
        }),
      bySystems,
    ),
    route(
      contract.request,
      ({ params: { id, format }, ctx, raw }) =>
        spoken(raw, format, async () => {
          const found = await serviceRequests(ctx.db, { numbers: [id], page: 1, size: 1 })
          if (found.length === 0) throw refuse('request-unknown')
          return sayAll(format, listed, found)
        }),
      bySystems,
    ),
    route(
      contract.token,
      ({ params: { id, format }, ctx, raw }) =>
        spoken(raw, format, async () => {
          // A number is given at once, so that a token is never needed; who asks by one gets the number itself.
          const found = await serviceRequests(ctx.db, { numbers: [id], page: 1, size: 1 })
          if (found.length === 0) throw refuse('request-unknown')
          return sayAll(format, listed, [{ service_request_id: id, token: id }])
        }),
      bySystems,
    ),
  ]
}

/** Faults are said in the protocol's own form. */
async function spoken(raw: RawExchange, format: Format, work: () => Promise<Spoken>): Promise<void> {
  try {
    raw.answer(await work())
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    raw.answer(sayFault(format, fault))
  }
}

async function clientOf(ctx: Context, asked: Asked) {
  const key = textOf(asked, 'api_key')
  if (key === undefined) throw refuse('key-missing')
  const client = await clientByKey(ctx, 'open311', key)
  if (!client) throw refuse('key-unknown')
  return client
}

const definition = (format: Format, code: string) => {
  const attribute = { ...spotAttribute, ...(format === 'json' ? { values: [] } : { values: '' }) }
  return { service_code: code, attributes: format === 'json' ? [attribute] : { attribute: [attribute] } }
}

function discovery(format: Format, { clock }: Context, origin: string) {
  const changeset = shanghaiInstant(clock.now())
  const formats = ['text/xml', 'application/json']
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2',
    url: `${origin}/api/open311/v2`,
    changeset,
    type: 'production',
    formats: format === 'json' ? formats : { format: formats },
  }
  return {
    changeset,
    contact: '市物业主管部门',
    key_service: '接口密钥由市物业主管部门发放',
    endpoints: format === 'json' ? [endpoint] : { endpoint: [endpoint] },
  }
}
