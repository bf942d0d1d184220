import formBody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sentText } from '../platform/http/sent-text.ts'
import { refuse } from '../platform/problems/platform-problems.ts'
import { type Action, perform } from './action.ts'
import { type Actor, visitor } from './actor.ts'
import type { Context } from './context.ts'
import type { RawExchange, Route } from './route.ts'

export interface Door {
  context: Omit<Context, 'actor'>
  /** The actor of a session token, or undefined when it is unknown or has ended. */
  authenticate(token: string): Promise<Actor | undefined>
  /** The fingerprint of the phone number that a resident's token stands for; undefined when it is unknown or has ended. */
  phoneMarkOf?(token: string): Promise<string | undefined>
}

export const sessionCookie = 'gongzhi_session'
/** Of a resident without an account, who has proved a telephone number. */
export const residentCookie = 'gongzhi_resident'

/**
 * Hangs routes on the server. Every route asks for its endpoint's verb before it reads what was sent, so that nobody
 * without the right makes the server read, check or count anything; the rows are guarded by the action or filtered by
 * the query. @throws at start when an endpoint needs an unknown verb
 */
export function openDoor(app: FastifyInstance, routes: readonly Route[], door: Door): void {
  hang(
    app,
    routes.filter((route) => !route.bySystems),
    door,
  )
  // Forms are read there alone: elsewhere another site's form could send one.
  void app.register(async (systems) => {
    await systems.register(formBody)
    hang(
      systems,
      routes.filter((route) => route.bySystems),
      door,
    )
  })
}

function hang(app: FastifyInstance, routes: readonly Route[], door: Door): void {
  const { policy } = door.context
  const admitted = new WeakMap<FastifyRequest, Actor>()
  for (const { endpoint, handle, perMinute, evenOnHold, bySystems } of routes) {
    if (!policy.knows(endpoint.verb))
      throw new Error(`${endpoint.method} ${endpoint.path} needs the unknown verb ${endpoint.verb}`)
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(perMinute ? { config: { rateLimit: { max: perMinute, timeWindow: 60_000 } } } : {}),
      schema: {
        summary: endpoint.summary,
        ...(endpoint.params ? { params: endpoint.params } : {}),
        ...(endpoint.query ? { querystring: endpoint.query } : {}),
        ...(endpoint.body ? { body: endpoint.body } : {}),
        response: { 200: endpoint.response },
      },
      onRequest: async (request) => {
        const actor = bySystems ? visitor(door.context.clock.today()) : await whoAsks(request, door)
        const isKnown = actor.id !== null || (actor.phoneMark !== undefined && endpoint.verb !== 'signed-in')
        if (endpoint.verb !== 'public' && !isKnown) throw refuse('not-signed-in')
        if (actor.hold && !evenOnHold && endpoint.verb !== 'public') throw actor.hold
        if (!endpoint.verb.match(/^(public|signed-in)$/) && !policy.mayAnywhere(actor, endpoint.verb))
          throw refuse('not-allowed', { roles: policy.rolesFor(endpoint.verb) })
        policy.mustBeProved(actor, endpoint.verb)
        admitted.set(request, actor)
      },
      handler: async (request, reply) => {
        const actor = admitted.get(request)
        if (!actor) throw refuse('not-signed-in')
        const ctx: Context = { ...door.context, actor }
        const key = request.headers['idempotency-key']
        let file: SentFile | undefined
        let elsewhere: string | undefined
        let said: Parameters<RawExchange['answer']>[0] | undefined
        const answer = await handle({
          params: request.params,
          query: request.query,
          body: request.body,
          ctx,
          perform: <I, O>(action: Action<I, O>, input: I) =>
            perform(ctx, action, input, typeof key === 'string' ? key.slice(0, 100) : undefined),
          raw: {
            ...rawExchange(request, reply, (sent) => {
              file = sent
            }),
            redirect: (address) => {
              elsewhere = address
            },
            answer: (words) => {
              said = words
            },
          },
        })
        if (elsewhere !== undefined) return reply.header('cache-control', 'no-store').redirect(elsewhere)
        if (said !== undefined) return answerInWords(reply, said)
        return file ? answerFile(request, reply, file) : answer
      },
    })
  }
}

async function whoAsks(request: FastifyRequest, door: Door): Promise<Actor> {
  // A custom header cannot be sent by another site's form; browsers also say where a request comes from.
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    const site = request.headers['sec-fetch-site']
    if (request.headers['x-gongzhi'] !== '1' || (site !== undefined && site !== 'same-origin'))
      throw refuse('foreign-request')
  }
  const nobody = visitor(door.context.clock.today())
  const resident = isOfPublicSite(request) ? await residentOf(request, door) : undefined
  if (resident !== undefined) return { ...nobody, displayName: '居民', phoneMark: resident }
  const token = request.cookies[sessionCookie]
  return (token ? await door.authenticate(token) : undefined) ?? nobody
}

/** There an official who has proved a telephone besides is the resident, and holds no office; elsewhere nobody is one. */
const isOfPublicSite = ({ routeOptions }: FastifyRequest) => routeOptions.url?.includes('/public/') === true

async function residentOf(request: FastifyRequest, door: Door): Promise<string | undefined> {
  const token = request.cookies[residentCookie]
  return token ? await door.phoneMarkOf?.(token) : undefined
}

type SentFile = Parameters<RawExchange['send']>[0]

/** Whatever a browser makes of a file, it runs nothing and belongs to no site. */
const fileSecurity = "default-src 'none'; sandbox"

function answerFile(request: FastifyRequest, reply: FastifyReply, file: SentFile) {
  if (file.shared) return answerShared(request, reply, file, file.shared.tag)
  const kind = file.inline ? 'inline' : 'attachment'
  return (
    reply
      .header('content-disposition', `${kind}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('content-security-policy', fileSecurity)
      // Pictures of a page come back with it for a while, though never to another session on the same computer.
      .header('cache-control', file.inline ? 'private, max-age=600' : 'private, no-store')
      .header('vary', 'cookie')
      .type(file.type)
      .send(file.body)
  )
}

/** Already text: what the endpoint's contract says of JSON answers does not bear on it. */
const answerInWords = (reply: FastifyReply, { status, type, text }: Parameters<RawExchange['answer']>[0]) =>
  reply
    .status(status)
    .header('content-security-policy', fileSecurity)
    .type(type)
    .serializer(() => text)
    .send(text)

/** Open data: any page anywhere may fetch it, and who has it already is told so instead of getting it again. */
function answerShared(request: FastifyRequest, reply: FastifyReply, file: SentFile, tag: string) {
  const entity = `"${tag}"`
  reply
    .header('etag', entity)
    .header('cache-control', 'public, max-age=300')
    .header('access-control-allow-origin', '*')
    .header('content-security-policy', fileSecurity)
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known?.includes(entity)) {
    if ('destroy' in file.body && typeof file.body.destroy === 'function') file.body.destroy()
    return reply.code(304).send()
  }
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .type(file.type)
    .send(file.body)
}

function rawExchange(
  request: FastifyRequest,
  reply: FastifyReply,
  send: RawExchange['send'],
): Omit<RawExchange, 'redirect' | 'answer'> {
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  } as const
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    asked: () => new URL(request.url, `${request.protocol}://${request.host}`),
    cookie: (name) => request.cookies[name],
    header: (name) => {
      const sent = request.headers[name.toLowerCase()]
      return typeof sent === 'string' ? sent : undefined
    },
    sentText: () => sentText(request),
    setCookie: (name, value, options) => {
      reply.setCookie(name, value, {
        ...attributes,
        ...(options?.maxAgeSeconds ? { maxAge: options.maxAgeSeconds } : {}),
      })
    },
    clearCookie: (name) => {
      reply.clearCookie(name, attributes)
    },
    send,
    async upload() {
      const part = await request.file()
      if (!part)
        throw refuse(
          'invalid-entry',
          { entry: { zh: '请选择要上传的文件。', en: 'Choose the file to upload.' } },
          { field: 'file' },
        )
      const fields = Object.fromEntries(
        Object.entries(part.fields).flatMap(([name, field]) =>
          field && !Array.isArray(field) && field.type === 'field' ? [[name, String(field.value)]] : [],
        ),
      )
      return { name: part.filename, stream: part.file, fields }
    },
  }
}
