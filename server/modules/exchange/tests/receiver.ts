import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Got {
  id: string
  timestamp: string
  signature: string
  type: string
  body: string
  path: string
}

/** Another system that takes events: a real HTTP server on this machine. */
export interface Receiver {
  url: string
  port: number
  got: Got[]
  /** How the next requests are answered; 204 at first. */
  answer(how: (response: ServerResponse, got: Got) => void): void
  close(): Promise<void>
}

const textOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

/** @param at a fixed port for one that comes back after having been down; any free one else */
export async function receiver(at = 0): Promise<Receiver> {
  const got: Got[] = []
  let how: (response: ServerResponse, got: Got) => void = (response) => response.writeHead(204).end()
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const header = (name: string) => String(request.headers[name] ?? '')
      const one = {
        id: header('webhook-id'),
        timestamp: header('webhook-timestamp'),
        signature: header('webhook-signature'),
        type: header('content-type'),
        body,
        path: String(request.url),
      }
      got.push(one)
      how(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    got,
    answer(next) {
      how = next
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
