import { connect, type Socket } from 'node:net'
import { v7 as uuid } from 'uuid'
import { readOrder, repeat } from './load.ts'
import { varied } from './scenario.ts'

// A process of its own: eight keep-alive connections that speak just enough HTTP to take little of the processor.
const order = await readOrder()
const { scenario, http } = order
if (!http) throw new Error('an HTTP load needs a port and sessions')
const sockets = await Promise.all(Array.from({ length: order.clients }, () => open(http.port)))

const answer = await repeat(order, async (client, n) => {
  const body = scenario.fresh.reduce(
    (done, sample) => done.replaceAll(sample, uuid()),
    varied(scenario.body ?? '', scenario.parts, client, n),
  )
  // Each session in its turn: with as many as there are clients each client keeps its own.
  const token = http.tokens[(client + n * order.clients) % http.tokens.length]
  const head = [
    `${scenario.method} ${varied(scenario.path, scenario.parts, client, n)} HTTP/1.1`,
    'host: 127.0.0.1',
    `cookie: ${http.cookie}=${token}`,
    'x-gongzhi: 1',
    // As the proxy on this machine would tell it: residents do not all sit behind one address.
    ...(http.ownAddresses ? [`x-forwarded-for: 10.${client}.${(n >> 8) & 255}.${n & 255}`] : []),
    ...(body ? ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`] : []),
  ]
  const got = await exchange(sockets[client] as Socket, `${head.join('\r\n')}\r\n\r\n${body}`)
  if (!got.startsWith('HTTP/1.1 200')) throw new Error(`the server refused: ${got.slice(0, 600)}`)
})
for (const socket of sockets) socket.destroy()
process.stdout.write(JSON.stringify(answer))

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.setNoDelay(true)))
    socket.once('error', reject)
  })
}

/** Sends one request and answers its whole response. */
function exchange(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    let needed = Number.POSITIVE_INFINITY
    const done = (fault?: Error) => {
      socket.off('data', take).off('error', done).off('close', closed)
      if (fault) reject(fault)
      else resolve(Buffer.concat(chunks).toString('latin1'))
    }
    const closed = () => done(new Error('the server closed the connection'))
    const take = (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (needed === Number.POSITIVE_INFINITY) needed = wholeLength(Buffer.concat(chunks))
      if (length >= needed) done()
    }
    socket.on('data', take).on('error', done).on('close', closed)
    socket.write(request)
  })
}

/** Head and body of a response together; unknown until the head is there. */
function wholeLength(start: Buffer): number {
  const end = start.indexOf('\r\n\r\n')
  if (end < 0) return Number.POSITIVE_INFINITY
  const length = /content-length: (\d+)/i.exec(start.toString('latin1', 0, end))?.[1]
  if (length === undefined) throw new Error('the response does not tell its length')
  return end + 4 + Number(length)
}
