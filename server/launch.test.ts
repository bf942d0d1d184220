import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { clear, dataFolder } from './platform/postgres/tests/hold.ts'
import { freePort } from './platform/testing/scratch.ts'

const launcher = fileURLToPath(new URL('../bin/start.mjs', import.meta.url))
const folder = dataFolder()
const running = new Set<ChildProcess>()

interface Launched {
  process: ChildProcess
  /** All it has printed so far. */
  said(): string
  ended: Promise<number | null>
}

/** `npm start -- --no-demo`, less npm. */
function launch(port: number, data = folder): Launched {
  const { npm_lifecycle_event: _, ...environment } = process.env
  const env = { ...environment, PORT: String(port), GONGZHI_DATA: data }
  const child = spawn(process.execPath, [launcher, '--no-demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => words.push(String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  void ended.then(() => running.delete(child))
  return { process: child, said: () => words.join(''), ended }
}

async function isHealthy(port: number): Promise<boolean> {
  return await fetch(`http://127.0.0.1:${port}/healthz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

const healthy = (port: number, value = true) =>
  expect.poll(() => isHealthy(port), { timeout: 60_000 }).toBe(value)

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  clear(folder)
})

test('npm start serves; kill -9 of the launcher stops the server, and the next start is not blocked', async () => {
  const port = await freePort()
  const first = launch(port)
  await healthy(port)
  first.process.kill('SIGKILL')
  await healthy(port, false)
  const second = launch(port)
  await healthy(port)
  second.process.kill('SIGINT')
  expect(await second.ended).toBe(0)
}, 120_000)

test('a port in use and a folder in use are each one sentence with what to do, exit 1', async () => {
  const port = await freePort()
  const first = launch(port)
  await healthy(port)
  const samePlace = launch(await freePort())
  expect(await samePlace.ended).toBe(1)
  expect(samePlace.said()).toContain(`共治已经在数据目录 ${folder} 上运行`)
  const elsewhere = dataFolder()
  const samePort = launch(port, elsewhere)
  expect(await samePort.ended).toBe(1)
  expect(samePort.said()).toContain(`端口 ${port} 已被其他程序占用`)
  clear(elsewhere)
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
}, 120_000)
