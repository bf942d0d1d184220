import { demoAccountsFile, readDemoAccounts } from '../demo-city/fill/accounts-file.ts'
import { startDatabase } from '../server/platform/postgres/start-database.ts'
import type { Bench } from './bench.ts'
import { cpuOfEach, cpuTime } from './http/cpu-time.ts'
import { runLoad } from './http/run-load.ts'
import type { Scenario } from './http/scenario.ts'
import { addThirdYear, scenarios } from './http/scenarios.ts'
import { startServer } from './http/server.ts'
import { median } from './median.ts'
import { scratchCity } from './scratch-city.ts'

const clients = 8
const rounds = 3
const bounds = { clients, seconds: 4, most: 60_000 }
const aims: Record<string, { ratio: number; perSecond: number }> = {
  get: { ratio: 0.2, perSecond: 3240 },
  list: { ratio: 0.4, perSecond: 1445 },
  create: { ratio: 0.4, perSecond: 2220 },
}

/** Requests over HTTP, signed in and audited, against the same statements sent straight to PostgreSQL. */
export const http: Bench = async (say) => {
  const city = await scratchCity('city', say)
  try {
    say(`申报事实共 ${await addThirdYear(city)} 行`)
    const plans = await scenarios(city)
    await city.leave()
    return await measured(city.folder, plans, say)
  } finally {
    await city.drop()
  }
}

async function measured(folder: string, plans: Scenario[], say: (line: string) => void) {
  const server = await startServer(folder)
  const postgres = await startDatabase({ dataFolder: folder }, { shared: true })
  try {
    const tokens = await Promise.all(Array.from({ length: clients }, () => signInAt(server.port, folder)))
    const figures: Record<string, number> = {}
    for (const scenario of plans) {
      const overHttp: number[] = []
      const straight: number[] = []
      const used: ReturnType<typeof cpuOfEach>[] = []
      for (let i = 0; i < rounds; i++) {
        const from = cpuTime(server.pid, folder)
        const done = await runLoad('http-load.ts', {
          ...bounds,
          scenario,
          http: { port: server.port, tokens, cookie: 'gongzhi_session', ownAddresses: false },
        })
        const to = cpuTime(server.pid, folder)
        overHttp.push(done.perSecond)
        used.push(cpuOfEach(from, to, done.sent))
        straight.push(
          (await runLoad('sql-load.ts', { ...bounds, scenario, sql: { url: postgres.appUrl } })).perSecond,
        )
      }
      const [perSecond, floor] = [median(overHttp), median(straight)]
      const { ratio, perSecond: aim } = aims[scenario.name] ?? { ratio: 0, perSecond: 0 }
      const list = (values: number[]) => values.map((v) => v.toFixed(0)).join('、')
      say(
        `【${scenario.title}】${scenario.turns.flat().length} 条语句，${scenario.turns.length} 个来回，${clients} 个客户端`,
      )
      say(
        `  HTTP 每秒 ${perSecond.toFixed(0)}（${list(overHttp)}；目标 ≥ ${aim}），直连 ${floor.toFixed(0)}（${list(straight)}），比值 ${(perSecond / floor).toFixed(2)}（目标 ≥ ${ratio}）`,
      )
      const [least] = used.toSorted((a, b) => a.server + a.database - b.server - b.database)
      if (least)
        say(
          `  每个请求占用处理器（三次中最少）：服务 ${least.server.toFixed(0)} 微秒，数据库 ${least.database.toFixed(0)} 微秒`,
        )
      figures[`${scenario.name}_ratio`] = Math.round((perSecond / floor) * 1000) / 1000
      figures[`${scenario.name}_per_s`] = Math.round(perSecond)
      figures[`${scenario.name}_cpu_us`] = Math.round((least?.server ?? 0) + (least?.database ?? 0))
    }
    return figures
  } finally {
    // The server stops its database, which must not be asked any more by then.
    await postgres.close()
    await server.stop()
  }
}

async function signInAt(port: number, folder: string): Promise<string> {
  const password = readDemoAccounts(demoAccountsFile(folder)).find((one) => one.account === 'city')?.password
  const answer = await fetch(`http://127.0.0.1:${port}/api/accounts/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-gongzhi': '1' },
    body: JSON.stringify({ account: 'city', password }),
  })
  const token = /gongzhi_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  if (!token) throw new Error(`signing in failed: ${await answer.text()}`)
  return token
}
