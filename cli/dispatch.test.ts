import { expect, test } from 'vitest'
import type { Command } from './command.ts'
import { dispatch } from './dispatch.ts'

const greet: Command = {
  summary: '问候 (greet)',
  usage: 'gongzhi greet NAME',
  async run(argv, io) {
    io.out(`你好 ${argv.join(' ')}`)
    return argv.length
  },
}
const commands = { greet: async () => ({ command: greet }) }

async function run(...argv: string[]) {
  const said: string[] = []
  const faults: string[] = []
  const code = await dispatch(commands, argv, {
    out: (text) => said.push(text),
    err: (text) => faults.push(text),
  })
  return { code, out: said.join('\n'), err: faults.join('\n') }
}

test('a command gets the words after its name, and its exit code is the program’s', async () => {
  expect(await run('greet', '张三', '--json')).toEqual({ code: 2, out: '你好 张三 --json', err: '' })
})

test.each([[[]], [['help']], [['--help']]])('%j lists every command in Chinese and English', async (argv) => {
  const { code, out } = await run(...argv)
  expect(code).toBe(0)
  expect(out).toMatch(/用法[^]*greet {5,}问候 \(greet\)/)
})

test.each([[['help', 'greet']], [['greet', '--help']]])('%j shows how one command is used', async (argv) => {
  expect(await run(...argv)).toMatchObject({ code: 0, out: '问候 (greet)\ngongzhi greet NAME' })
})

test.each([[['gret']], [['help', 'gret']], [['toString']]])(
  '%j names no command: a sentence, exit 2',
  async (argv) => {
    const { code, err } = await run(...argv)
    expect(code).toBe(2)
    expect(err).toMatch(/^没有“\w+”这个命令。可用的命令：greet/)
  },
)
