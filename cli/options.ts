import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Io } from './command.ts'

/**
 * Reads a command's options and words.
 * @returns undefined after telling what was wrong, and how the command is used
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(
  argv: string[],
  options: T,
  usage: string,
  io: Io,
) {
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true, strict: true })
    return { values, words: positionals }
  } catch (fault) {
    io.err(`参数写法不对（${fault instanceof Error ? fault.message : String(fault)}）。\n用法：\n${usage}`)
    return undefined
  }
}

export const misused = (io: Io, usage: string): number => {
  io.err(`请写明要做什么。\n用法：\n${usage}`)
  return 1
}
