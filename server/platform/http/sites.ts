import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answerUnknownAddress } from './problem-answers.ts'

const built = fileURLToPath(new URL('../../../dist', import.meta.url))

interface Site {
  folder: string
  /** Where it begins, with a stroke at its end. */
  prefix: string
}

/** The public's site below its own prefix; the workbench is everything else. */
const sites: readonly Site[] = [
  { folder: 'resident', prefix: '/public/' },
  { folder: 'workbench', prefix: '/' },
]

/**
 * Files named after their contents never change. A page names the files that belong to it, so that a page kept by a
 * browser would ask for files of an older version; neither may a service worker be kept, which decides what is.
 */
const keepFor = (path: string) =>
  /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

/** Serves the built sites; every address that is no file and no API is a page of one of them. */
export async function serveSites(app: FastifyInstance, dist = built): Promise<void> {
  const present = sites
    .map(({ folder, prefix }) => ({ root: join(dist, folder), prefix }))
    .filter(({ root }) => existsSync(join(root, 'index.html')))
  for (const [index, { root, prefix }] of present.entries())
    await app.register(fastifyStatic, {
      root,
      prefix,
      // Its own header would be written over the one set here.
      cacheControl: false,
      dotfiles: 'ignore',
      decorateReply: index === 0,
      setHeaders: (reply, path) => reply.setHeader('cache-control', keepFor(path)),
    })
  // Printed on certificates and in their QR codes: short, and never moved.
  app.get<{ Params: { code: string } }>('/v/:code', (request, reply) =>
    reply.redirect(`/public/verify/${encodeURIComponent(request.params.code)}`),
  )
  app.setNotFoundHandler((request, reply) => {
    const site = asksForPage(request) && present.find(({ prefix }) => isUnder(request.url, prefix))
    return site ? reply.sendFile('index.html', site.root) : answerUnknownAddress(request, reply)
  })
}

const asksForPage = ({ method, url, headers }: FastifyRequest) =>
  method === 'GET' && !url.startsWith('/api/') && headers.accept?.includes('text/html')

const isUnder = (url: string, prefix: string) => `${url.split(/[?#]/)[0]}/`.startsWith(prefix)
