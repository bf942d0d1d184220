import { runScenarios, scenarios } from '../faults/run.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'

const usage = `gongzhi faults [场景…] [--times 次数] [--json]
场景：
${scenarios.map(({ name, title }) => `  ${name.padEnd(22)} ${title}`).join('\n')}
  --times 每个场景做几次，默认 1；中断的时刻每次随机
  --json  最后一行为 {"faults":{场景:{times,passed,failed,…}}}
在临时数据目录里另起真实的服务进程，与正在运行的系统无关。`

export const command: Command = {
  summary: '断电、断库、连点等故障演练 (long fault runs on scratch servers)',
  usage,
  async run(argv, io) {
    const read = readOptions(
      argv,
      { times: { type: 'string', default: '1' }, json: { type: 'boolean' } } as const,
      usage,
      io,
    )
    if (!read) return 1
    const times = Number(read.values.times)
    const unknown = read.words.find((word) => !scenarios.some(({ name }) => name === word))
    if (unknown !== undefined || !Number.isInteger(times) || times < 1 || times > 1000) {
      io.err(
        `${unknown === undefined ? '--times 应为 1 到 1000 的整数' : `没有“${unknown}”这个场景`}。\n用法：\n${usage}`,
      )
      return 1
    }
    const chosen = scenarios.filter(({ name }) => read.words.length === 0 || read.words.includes(name))
    const faults = await runScenarios(chosen, times, ({ name, title }, outcome) => {
      for (const problem of outcome.problems) io.err(`  ✗ ${problem}`)
      const figures = Object.entries(outcome.figures).map(([figure, value]) => `，${figure} ${value}`)
      const mark = outcome.failed === 0 ? '✓' : '✗'
      io.err(`${mark} ${name} ${title}：${outcome.passed}/${times}，${outcome.seconds} 秒${figures.join('')}`)
    })
    const sum = (key: 'passed' | 'failed') =>
      Object.values(faults).reduce((total, outcome) => total + outcome[key], 0)
    io.out(`${sum('passed')} passed, ${sum('failed')} failed`)
    if (read.values.json) io.out(JSON.stringify({ faults }))
    return sum('failed') === 0 ? 0 : 1
  },
}
