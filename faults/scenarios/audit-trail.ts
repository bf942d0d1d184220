import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { City } from '../city/city.ts'
import { must } from '../scenario.ts'

const program = fileURLToPath(new URL('../../cli/main.ts', import.meta.url))

/** `gongzhi audit verify` beside the running server. @throws Broken when it finds anything */
export async function verifyTrail(city: City): Promise<void> {
  const env = { ...process.env, ...city.environment }
  const child = spawn(process.execPath, [program, 'audit', 'verify'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(String(chunk)))
  const code = await new Promise<number | null>((ended) => child.once('close', ended))
  must(code === 0, `audit verify finds nothing wrong: ${said.join('').slice(0, 500)}`)
}
