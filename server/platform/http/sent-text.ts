import type { FastifyInstance, FastifyRequest } from 'fastify'

const sent = new WeakMap<FastifyRequest, string>()

/** JSON is read as always; what was sent is remembered besides, since a signature is over the bytes and not their meaning. */
export function keepSentText(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    sent.set(request, text)
    void parse(request, text, done)
  })
}

/** The body of a JSON request as it came; '' for any other. */
export const sentText = (request: FastifyRequest): string => sent.get(request) ?? ''
