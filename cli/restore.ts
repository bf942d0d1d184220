import { resolve } from 'node:path'
import { restore } from '../server/platform/backup/restore.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import type { Command } from './command.ts'
import { configOf } from './data-folder.ts'
import { misused, readOptions } from './options.ts'

const usage = `gongzhi restore 备份目录 --data 新数据目录 [--keys keys.json]
    恢复到一个新的数据目录（设了 DATABASE_URL 则恢复到那个空库），逐表核对行数与内容。
    备份不含密钥时，用 --keys 指明原来的 keys.json。`

export const command: Command = {
  summary: '从备份恢复到新的数据目录 (restore a backup into a new data folder)',
  usage,
  async run(argv, io) {
    const options = { keys: { type: 'string' }, data: { type: 'string' } } as const
    const read = readOptions(argv, options, usage, io)
    if (!read) return 1
    const [from, extra] = read.words
    const { keys, data } = read.values
    if (!from || extra || !data) return misused(io, usage)
    const { dataFolder, databaseUrl, migratorUrl } = configOf(data)
    const manifest = await restore({
      from: resolve(from),
      dataFolder,
      ...(databaseUrl ? { databaseUrl } : {}),
      ...(migratorUrl ? { migratorUrl } : {}),
      ...(keys ? { keyFile: resolve(keys) } : {}),
      clock: systemClock,
      progress: io.err,
    })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    io.out(`已恢复 ${manifest.madeAt} 的备份：${manifest.tables.length} 张表、${rows} 行，逐表核对一致。`)
    io.out(`用它启动：GONGZHI_DATA=${dataFolder} npm start`)
    return 0
  },
}
