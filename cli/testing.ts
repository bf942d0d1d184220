import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from './command.ts'

/** Runs a command as the terminal would, and answers what it printed and its exit code. */
export async function run(
  command: Command,
  ...argv: string[]
): Promise<{ code: number; out: string; err: string }> {
  const printed = { out: '', err: '' }
  const code = await command.run(argv, {
    out: (text) => {
      printed.out += `${text}\n`
    },
    err: (text) => {
      printed.err += `${text}\n`
    },
  })
  return { code, ...printed }
}

/** Gives the work a file with this content and removes it afterwards. */
export async function withFile<T>(
  name: string,
  content: string,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-cli-'))
  const path = join(folder, name)
  writeFileSync(path, content)
  try {
    return await work(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
