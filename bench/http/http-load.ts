import { connect, type Socket } from 'node:net'
import { readOrder, repeat } from './load.ts'
import { varied } from './scenario.ts'

// A process of its own: eight keep-alive connections that speak just enough HTTP to take little of the processor.
const order = await readOrder()
const { scenario, http } = order
if (!http) throw new Error('an HTTP load needs a port and sessions')
const sockets = await Promise.all(Array.from({ length: order.clients }, () => open(http.port)))

const answer = await repeat(order, async (client, n) => {
  const body = varied(scenario.body ?? '', scenario.parts, client, n)
  const head = [
    `${scenario.method} ${varied(scenario.path, scenario.parts, client, n)} HTTP/1.1`,
    'host: 127.0.0.1',
    `cookie: gongzhi_session=${http.tokens[client]}`,
    'x-gongzhi: 1',
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
