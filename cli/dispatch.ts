import type { Command, Io } from './command.ts'

type Commands = Record<string, () => Promise<{ command: Command }>>

const asksForHelp = (word: string | undefined) => word === '--help' || word === '-h' || word === 'help'

/**
 * Runs the command that the first word names.
 * @returns its exit code; 0 for help, 2 for a word that names none
 */
export async function dispatch(commands: Commands, argv: string[], io: Io): Promise<number> {
  const [word, ...rest] = argv
  if (word === undefined || asksForHelp(word)) return await help(commands, rest[0], io)
  const load = find(commands, word)
  if (!load) return unknown(commands, word, io)
  if (asksForHelp(rest[0])) return await help(commands, word, io)
  const { command } = await load()
  return await command.run(rest, io)
}

const find = (commands: Commands, word: string) =>
  Object.hasOwn(commands, word) ? commands[word] : undefined

async function help(commands: Commands, word: string | undefined, io: Io): Promise<number> {
  if (word === undefined) {
    const lines = await Promise.all(
      Object.entries(commands).map(
        async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).command.summary}`,
      ),
    )
    io.out(
      [
        '用法：npx gongzhi <命令> [选项]    (usage: npx gongzhi <command> [options])',
        ...lines,
        '某个命令的用法：npx gongzhi help <命令>    (how to use one: npx gongzhi help <command>)',
      ].join('\n'),
    )
    return 0
  }
  const load = find(commands, word)
  if (!load) return unknown(commands, word, io)
  const { command } = await load()
  io.out(`${command.summary}\n${command.usage}`)
  return 0
}

function unknown(commands: Commands, word: string, io: Io): number {
  io.err(
    `没有“${word}”这个命令。可用的命令：${Object.keys(commands).join('、')}；用法见 npx gongzhi help。\nThere is no command "${word}"; see npx gongzhi help.`,
  )
  return 2
}
