import type { Command } from './command.ts'

/** What can be done with a survey's files, without a database; each loaded only when it is asked for. */
const parts: Record<string, () => Promise<{ command: Command }>> = {
  draw: () => import('./survey-draw.ts'),
  estimate: () => import('./survey-estimate.ts'),
}

const usage = `gongzhi survey draw --frame FILE --seed S --fraction 0.3 [--json]      按抽样框重做抽样，同样的输入得到同样的结果
gongzhi survey estimate --file answers.csv --value COL [--json]        按抽样设计推断总体，给出标准误和置信区间
各自的全部选项：gongzhi survey draw --help，gongzhi survey estimate --help`

export const command: Command = {
  summary: '满意度抽样与推断 (draw a survey sample, estimate from answers)',
  usage,
  async run([word, ...rest], io) {
    const load = word !== undefined && Object.hasOwn(parts, word) ? parts[word] : undefined
    if (!load) {
      io.err(`请写明做什么：${Object.keys(parts).join('、')}。\n用法：\n${usage}`)
      return 2
    }
    const { command: part } = await load()
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(`${part.summary}\n${part.usage}`)
      return 0
    }
    return await part.run(rest, io)
  },
}
