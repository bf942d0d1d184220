import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoadAnswer, LoadOrder } from './load.ts'

/** Runs a load in a process of its own. @param file of this folder @throws when it ends with a fault */
export function runLoad(file: 'http-load.ts' | 'sql-load.ts', order: LoadOrder): Promise<LoadAnswer> {
  const program = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  child.stdin.end(JSON.stringify(order))
  return new Promise((resolve, reject) => {
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text) as LoadAnswer) : reject(new Error(`${file} ended with ${code}`)),
    )
  })
}
