import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildApp } from '../server/app.ts'
import { generatedDocuments } from '../server/architecture/documents/all.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import { openDatabase } from '../server/platform/database/database.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { keyFileIn, openKeys } from '../server/platform/keys/keys.ts'
import { startDatabase } from '../server/platform/postgres/start-database.ts'
import type { Command } from './command.ts'

/** Generates docs/coverage.md, docs/roles.md and docs/schema.sql on a database of its own, which is removed again. */
export const command: Command = {
  summary:
    '生成 docs/ 里的覆盖情况、角色表和数据库结构 (write docs/coverage.md, docs/roles.md and docs/schema.sql)',
  usage: 'gongzhi docs',
  async run(_argv, io) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'gongzhi-docs-'))
    chmodSync(dataFolder, 0o711)
    const postgres = await startDatabase({ dataFolder }, { quick: true })
    try {
      await migrate({ url: postgres.migratorUrl })
      const database = openDatabase(postgres.appUrl, 1)
      const keys = openKeys(keyFileIn(dataFolder))
      const { http, modules } = await buildApp({
        database,
        keys,
        clock: systemClock,
        demo: false,
        dataFolder,
      })
      for (const { path, text } of await generatedDocuments(postgres.migratorUrl, modules)) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, text)
        io.out(path)
      }
      await http.close()
      await database.close()
      return 0
    } finally {
      await postgres.close()
      rmSync(dataFolder, { recursive: true, force: true })
    }
  },
}
