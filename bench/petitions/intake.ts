import { residentCookie } from '../../server/access/door.ts'
import { startDatabase } from '../../server/platform/postgres/start-database.ts'
import { runLoad } from '../http/run-load.ts'
import { startServer } from '../http/server.ts'
import { median } from '../median.ts'
import type { Filing } from './filing.ts'
import type { Reporters } from './reporters.ts'

const rounds = 3
const bounds = { clients: 8, seconds: 4, most: 18_000 }

export interface Intake {
  perSecond: number
  /** Of the same INSERTs, in one turn to the database. */
  inserts: number
  /** Of all statements that the server sends, in the same turns. */
  statements: number
}

/** Over HTTP with the server, then straight without it: what it delivers in the background costs the HTTP side alone. */
export async function measureIntake(
  folder: string,
  { all, inserts }: Filing,
  { tokens }: Reporters,
  say: (line: string) => void,
): Promise<Intake> {
  const list = (values: number[]) => values.map((value) => value.toFixed(0)).join('、')
  const server = await startServer(folder)
  const overHttp: number[] = []
  const http = { port: server.port, tokens, cookie: residentCookie, ownAddresses: true }
  try {
    for (let i = 0; i < rounds; i++)
      overHttp.push((await runLoad('http-load.ts', { ...bounds, scenario: all, http })).perSecond)
  } finally {
    await server.stop()
  }
  const postgres = await startDatabase({ dataFolder: folder })
  const bare: number[] = []
  const straight: number[] = []
  try {
    const sql = { url: postgres.appUrl }
    for (let i = 0; i < rounds; i++) {
      bare.push((await runLoad('sql-load.ts', { ...bounds, scenario: inserts, sql })).perSecond)
      straight.push((await runLoad('sql-load.ts', { ...bounds, scenario: all, sql })).perSecond)
    }
  } finally {
    await postgres.close()
  }
  const measured = { perSecond: median(overHttp), inserts: median(bare), statements: median(straight) }
  const count = (turns: unknown[][]) => `${turns.flat().length} 条语句、${turns.length} 个来回`
  say(`【${all.title}】${count(all.turns)}，${bounds.clients} 个客户端`)
  say(`  HTTP 每秒 ${measured.perSecond.toFixed(0)}（${list(overHttp)}）`)
  say(
    `  直连，同样的 INSERT（${count(inserts.turns)}）每秒 ${measured.inserts.toFixed(0)}（${list(bare)}），比值 ${(measured.perSecond / measured.inserts).toFixed(2)}（目标 ≥ 0.5）`,
  )
  say(
    `  直连，全部语句每秒 ${measured.statements.toFixed(0)}（${list(straight)}），比值 ${(measured.perSecond / measured.statements).toFixed(2)}`,
  )
  return measured
}
