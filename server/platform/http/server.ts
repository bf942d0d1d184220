import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { refuse } from '../problems/platform-problems.ts'
import { answerProblem } from './problem-answers.ts'
import { keepSentText } from './sent-text.ts'
import { unkeepable } from './unkeepable-text.ts'

export interface HttpOptions {
  tls?: { cert: Buffer; key: Buffer }
  /** Largest JSON body in bytes. */
  bodyLimit?: number
  /** Largest uploaded file in bytes. */
  uploadLimit?: number
  log?: { level: string }
}

const mebibyte = 1024 * 1024

/** antd writes its styles into the page, hence 'unsafe-inline' for styles alone; scripts come from us only. */
const contentSecurity =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"

/** The HTTP server with everything that is the same for each route: validation, problems, limits, headers. */
export async function httpServer(options: HttpOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.tls ? { https: options.tls } : {}),
    logger: options.log ?? false,
    bodyLimit: options.bodyLimit ?? 2 * mebibyte,
    // One line a request would drown what matters; faults are logged with the reference that the person was given.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
    // Addresses that are no addresses never reach a route, nor its headers.
    frameworkErrors: answerProblem,
    // A proxy on this machine tells whose request it passes on, and whether that came by HTTPS; nobody else is believed.
    trustProxy: 'loopback',
  } as Parameters<typeof Fastify>[0]) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)
  keepSentText(app)
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: options.uploadLimit ?? 40 * mebibyte, files: 1, fields: 10 },
  })
  await app.register(rateLimit, { global: false })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: '共治 Gongzhi', version: '0.1.0' } },
    transform: jsonSchemaTransform,
  })
  app.addHook('preValidation', async (request) => {
    const field =
      unkeepable({ ...(request.params as object), ...(request.query as object) }) ?? unkeepable(request.body)
    if (field !== undefined)
      throw refuse(
        'invalid-entry',
        {
          entry: {
            zh: '含有不能保存的字符，请删去后重新填写。',
            en: 'It holds characters that cannot be kept. Remove them and try again.',
          },
        },
        { field },
      )
  })
  app.addHook('onSend', async (_request, reply) => {
    // A file brings a stricter one of its own.
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', contentSecurity)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (options.tls) reply.header('strict-transport-security', 'max-age=31536000')
  })
  return app
}
