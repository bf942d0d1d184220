import { demoAccountsFile, readDemoAccounts } from '../../demo-city/fill/accounts-file.ts'
import { copyHistory } from './history.ts'
import type { OpenedCity } from './open-scratch.ts'

const sizes = { small: 100_000, large: 3_000_000 }
const times = 60

/** Whose desk, and how it is asked for. */
const desks = [
  { account: 'enterprise', title: '承办企业的待办', url: '/api/petitions/desk?limit=50' },
  {
    account: 'street',
    title: '街道的督办台（超期）',
    url: '/api/petitions/supervision?tab=overdue&limit=50',
  },
  {
    account: 'district',
    title: '区的督办台（超期）',
    url: '/api/petitions/supervision?tab=overdue&limit=50',
  },
  { account: 'city', title: '市的督办台（升级）', url: '/api/petitions/supervision?tab=climbed&limit=50' },
]

export interface Desks {
  /** The worst of the desks. */
  growth: number
  /** p95 of the desk that grows most. */
  smallMs: number
  largeMs: number
  loadSeconds: number
  bytes: number
}

/** p95 of each desk with 100,000 claims and with 3,000,000. History grows; the open work of the offices stays the same. */
export async function measureDesks(
  city: OpenedCity,
  folder: string,
  say: (line: string) => void,
): Promise<Desks> {
  const total = await claimsOf(city)
  await grow(city, total, sizes.small)
  const open = await city.admin.query<{ n: string }>(
    `SELECT count(*)::text AS n FROM petitions.claim WHERE state IN ('filed', 'accepted', 'dispatched', 'signed', 'handling', 'answered', 'reviewed', 'visited')`,
  )
  say(`【台账】未结 ${open.rows[0]?.n} 件，两次测量相同；只有历史增长`)
  const small = await asked(city, folder)
  const from = performance.now()
  await grow(city, await claimsOf(city), sizes.large)
  const loadSeconds = (performance.now() - from) / 1000
  const { rows } = await city.admin.query<{ bytes: string }>(
    `SELECT (pg_total_relation_size('petitions.claim') + pg_total_relation_size('petitions.claim_event'))::text AS bytes`,
  )
  const bytes = Number(rows[0]?.bytes)
  say(
    `  装到 ${sizes.large} 件用 ${loadSeconds.toFixed(0)} 秒（含整理；目标 ≤ 300），两张表连索引 ${(bytes / 1e9).toFixed(2)} GB（目标 ≤ 6）`,
  )
  const large = await asked(city, folder)
  const compared = desks.map(({ title }, i) => {
    const [smallMs = 0, largeMs = 0] = [small[i], large[i]]
    say(
      `  ${title}：p95 ${smallMs.toFixed(1)} → ${largeMs.toFixed(1)} 毫秒，${(largeMs / smallMs).toFixed(2)} 倍（目标 ≤ 1.5）`,
    )
    return { growth: largeMs / smallMs, smallMs, largeMs }
  })
  const worst = compared.toSorted((a, b) => b.growth - a.growth)[0] as (typeof compared)[number]
  return { ...worst, loadSeconds, bytes }
}

async function claimsOf({ admin }: OpenedCity): Promise<number> {
  const { rows } = await admin.query<{ n: string }>('SELECT count(*)::text AS n FROM petitions.claim')
  return Number(rows[0]?.n)
}

async function grow({ admin }: OpenedCity, from: number, to: number): Promise<void> {
  if (to > from) await copyHistory(admin, from, to - from)
  await admin.query('VACUUM (ANALYZE) petitions.claim, petitions.claim_event')
  await admin.query('CHECKPOINT')
}

/** @returns p95 of each desk in milliseconds */
async function asked({ app }: OpenedCity, folder: string): Promise<number[]> {
  const found: number[] = []
  for (const { account, url } of desks) {
    const password = readDemoAccounts(demoAccountsFile(folder)).find(
      (one) => one.account === account,
    )?.password
    const signedIn = await app.http.inject({
      method: 'POST',
      url: '/api/accounts/session',
      headers: { 'x-gongzhi': '1' },
      payload: { account, password },
    })
    const cookies = { gongzhi_session: signedIn.cookies[0]?.value ?? '' }
    const took: number[] = []
    for (let n = 0; n < times + 10; n++) {
      const from = performance.now()
      const answer = await app.http.inject({ method: 'GET', url, cookies })
      if (answer.statusCode !== 200) throw new Error(`${account}'s desk was refused: ${answer.body}`)
      // The first ones prepare statements and fill caches.
      if (n >= 10) took.push(performance.now() - from)
    }
    found.push(took.toSorted((a, b) => a - b)[Math.ceil(times * 0.95) - 1] ?? 0)
  }
  return found
}
