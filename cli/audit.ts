import { sealFileIn } from '../server/platform/audit/seal-file.ts'
import { type Verification, verifyTrail } from '../server/platform/audit/verify.ts'
import type { Command, Io } from './command.ts'
import { withFolder } from './data-folder.ts'
import { misused, readOptions } from './options.ts'

const usage = `gongzhi audit verify [--json] [--file 副本]   校验审计记录；--file 用另存的 last-seal.json 副本核对
                                             --data 数据目录`

export const command: Command = {
  summary: '校验审计记录是否被改动 (verify the audit trail)',
  usage,
  async run(argv, io) {
    const options = { json: { type: 'boolean' }, file: { type: 'string' }, data: { type: 'string' } } as const
    const read = readOptions(argv, options, usage, io)
    if (!read) return 1
    if (read.words.join(' ') !== 'verify') return misused(io, usage)
    const { file, json, data } = read.values
    return await withFolder(data, async ({ database, keys, dataFolder }) => {
      const found = await verifyTrail(database.db, keys, file ?? sealFileIn(dataFolder))
      if (json) io.out(JSON.stringify(found))
      else print(found, io)
      return found.ok ? 0 : 1
    })
  },
}

function print({ ok, seals, entries, unsealed, lastSeal, findings, more }: Verification, io: Io) {
  io.out(
    `审计记录 ${entries} 条，封条 ${seals} 枚${lastSeal ? `，最后一枚 ${lastSeal.number} 号（${lastSeal.at}）` : ''}。`,
  )
  for (const { zh, en } of findings) io.out(`✗ ${zh}。 ${en}`)
  if (more) io.out('……以上只列出前 1000 处。')
  io.out(
    ok
      ? '完好：没有改动、删除、插入或回退。'
      : `发现 ${more ? '1000 处以上' : `${findings.length} 处`}异常。请保留数据库和数据目录原样，报审计管理员。`,
  )
  io.out(
    unsealed.count === 0
      ? '不可察觉的窗口：无（全部已封存）。服务运行时每秒封存一次。'
      : `不可察觉的窗口：${unsealed.count} 条尚未封存（最早 ${unsealed.oldestAt}），仅这些若连同排队位置一起被删，无从发现。服务运行时每秒封存一次。`,
  )
}
