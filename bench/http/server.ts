import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** The product itself on a data folder, as `npm start` runs it, on a free port of 127.0.0.1. */
export interface RunningServer {
  port: number
  pid: number
  stop(): Promise<void>
}

/** @throws when it ends before it has told its address */
export async function startServer(folder: string, flags: string[] = []): Promise<RunningServer> {
  const program = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
  const { DATABASE_URL: _, ...environment } = process.env
  const child = spawn(process.execPath, [...flags, program], {
    env: { ...environment, GONGZHI_DATA: folder, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const port = await new Promise<number>((resolve, reject) => {
    lines.on('line', (line) => {
      const found = /127\.0\.0\.1:(\d+)/.exec(line)?.[1]
      if (found) resolve(Number(found))
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
