import type { Bench } from '../bench/bench.ts'
import { machineLine } from '../bench/machine.ts'
import type { Command } from './command.ts'
import { misused, readOptions } from './options.ts'

const usage = `npm run bench -- evaluation [--json]   四张表对整座演示城市（2,500 个小区）算一遍要多久
npm run bench -- http [--json]         网页接口与同样的语句直接发给数据库相比
npm run bench -- imports [--json]      导入一张 100,000 行的小区表要多久、内存涨多少
npm run bench -- petitions [--json]    诉求：登记、两个服务同时到点检查、三百万件历史时的工作台
npm run bench -- replay [--json]       归档整座城市去年的一轮并凭归档重算要多久
  --json  最后一行是一个 JSON：{"bench":…,"figures":{…}}
  在临时目录里另起一个数据库，不碰正在使用的数据；各需几分钟`

const benches: Record<string, () => Promise<Bench>> = {
  evaluation: async () => (await import('../bench/evaluation.ts')).evaluation,
  http: async () => (await import('../bench/http.ts')).http,
  imports: async () => (await import('../bench/imports.ts')).imports,
  petitions: async () => (await import('../bench/petitions.ts')).petitions,
  replay: async () => (await import('../bench/replay.ts')).replay,
}

export const command: Command = {
  summary: '性能测试 (benchmarks on a scratch database)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, { json: { type: 'boolean' } } as const, usage, io)
    if (!read) return 1
    const [name = '', extra] = read.words
    const load = Object.hasOwn(benches, name) ? benches[name] : undefined
    if (!load || extra) return misused(io, usage)
    io.out(machineLine())
    const figures = await (await load())(io.out)
    io.out(
      read.values.json
        ? JSON.stringify({ bench: name, figures })
        : Object.entries(figures)
            .map(([key, value]) => `${key} ${value}`)
            .join('\n'),
    )
    return 0
  },
}
