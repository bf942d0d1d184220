import type { Context } from '../server/access/context.ts'
import { type App, buildApp } from '../server/app.ts'
import { actorOfAccount, firstAccountWith } from '../server/modules/accounts/index.ts'
import { systemClock } from '../server/platform/clock/clock.ts'
import type { Database } from '../server/platform/database/database.ts'
import { allMigrations } from '../server/platform/database/migrate.ts'
import { proveKeys } from '../server/platform/keys/key-proof.ts'
import { keyFileIn } from '../server/platform/keys/keys.ts'
import { StartFault } from '../server/platform/start-fault.ts'
import type { Io } from './command.ts'
import { configOf, withFolder } from './data-folder.ts'

/** The whole application, opened beside the running server for one command. */
export interface Acting {
  app: App
  /** Somebody's context, by default of the oldest account of the city's housing bureau. @throws StartFault when there is no such open account */
  as(account: string | undefined): Promise<Context>
}

/**
 * Does the work on the installation of GONGZHI_DATA or DATABASE_URL and closes it again; nothing is migrated.
 * @throws StartFault when there is none, or its schema is another version's
 */
export async function acting<T>(work: (acting: Acting) => Promise<T>, data?: string): Promise<T> {
  return await withFolder(data, async ({ database, keys, dataFolder }) => {
    await mustBeMigrated(database)
    await proveKeys(database.db, keys, keyFileIn(dataFolder))
    const app = await buildApp({ database, keys, clock: systemClock, demo: configOf(data).demo, dataFolder })
    try {
      return await work({ app, as: (account) => contextAs(app, account) })
    } finally {
      await app.http.close()
    }
  })
}

/** Says in whose name the command acts: the audit will name that account. */
export function told(ctx: Context, io: Io): Context {
  io.err(`以账号“${ctx.actor.displayName}”办理（可用 --account 另指定）。`)
  return ctx
}

async function mustBeMigrated({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ known: boolean }>(
    `SELECT to_regclass('platform.migration') IS NOT NULL AS known`,
  )
  const applied = rows[0]?.known ? (await pool.query('SELECT 1 FROM platform.migration')).rowCount : 0
  if (applied === allMigrations().length) return
  throw new StartFault(
    '数据库结构与本版本不一致。请先运行 npm start 更新，再执行本命令。',
    'The database schema is another version’s. Run npm start first.',
  )
}

async function contextAs({ context }: App, account: string | undefined): Promise<Context> {
  const today = context.clock.today()
  const name = account ?? (await firstAccountWith(context.db, 'city-official', today))
  if (name === undefined)
    throw new StartFault(
      '还没有市物业主管部门的账号。请用 --account 写明以哪个账号办理。',
      'There is no account of the city housing bureau. Name one with --account.',
    )
  const actor = await actorOfAccount(context.db, { account: name }, today)
  if (!actor)
    throw new StartFault(`没有“${name}”这个账号，或它已停用。`, `There is no open account called “${name}”.`)
  return { ...context, actor }
}
