import { writeBackup } from '../server/platform/backup/write-backup.ts'
import { keyFileIn } from '../server/platform/keys/keys.ts'
import type { Command } from './command.ts'
import { withFolder } from './data-folder.ts'
import { misused, readOptions } from './options.ts'

const usage = `gongzhi backup 目录 [--with-keys] [--data 数据目录]
    目录不存在则新建；已存在则在其中建一个带日期的子目录。可在服务运行时进行。
    备份不含密钥文件（--with-keys 才含）。密钥请另行保管，缺了它备份恢复不了。`

export const command: Command = {
  summary: '备份数据库和上传的文件 (back up database and uploads, also while the server runs)',
  usage,
  async run(argv, io) {
    const options = { 'with-keys': { type: 'boolean' }, data: { type: 'string' } } as const
    const read = readOptions(argv, options, usage, io)
    if (!read) return 1
    const [target, extra] = read.words
    if (!target || extra) return misused(io, usage)
    const { data, 'with-keys': withKeys = false } = read.values
    return await withFolder(data, async ({ keys, dataFolder, migratorUrl }) => {
      const { folder, manifest } = await writeBackup({
        url: migratorUrl,
        dataFolder,
        keys,
        target,
        withKeys,
        now: new Date(),
        progress: io.err,
      })
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      io.out(`已备份到 ${folder}：${manifest.tables.length} 张表，${rows} 行${withKeys ? '，含密钥' : ''}。`)
      if (!withKeys) io.out(`密钥文件 ${keyFileIn(dataFolder)} 不在备份里，请另存一份到别处。`)
      return 0
    })
  },
}
