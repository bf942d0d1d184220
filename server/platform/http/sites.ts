import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { answerUnknownAddress } from './problem-answers.ts'

const dist = fileURLToPath(new URL('../../../dist/workbench', import.meta.url))
const year = 31_536_000_000

/** Serves the built workbench; every address that is no file and no API is a page of it. */
export async function serveSites(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) {
    app.setNotFoundHandler(answerUnknownAddress)
    return
  }
  await app.register(fastifyStatic, {
    root: dist,
    maxAge: year,
    immutable: true,
    dotfiles: 'ignore',
    setHeaders(reply, path) {
      if (path.endsWith('.html')) reply.setHeader('cache-control', 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      request.headers.accept?.includes('text/html')
    return page
      ? reply.header('cache-control', 'no-cache').sendFile('index.html')
      : answerUnknownAddress(request, reply)
  })
}
