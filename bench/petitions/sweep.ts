import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { OpenedCity } from './open-scratch.ts'

const due = 100_000
/** Two whole weeks back, so that terms lie on the same days of the week. */
const back = `interval '14 days'`

export interface Sweep {
  perSecond: number
  /** Claims to which the same thing was done more than once, or that two servers counted. */
  doubles: number
}

/**
 * Copies of claims that were filed over HTTP, two weeks older, so that their term for signing is over: each is due for its end
 * and one climb. Two servers sweep them at once.
 */
export async function measureSweep(
  { admin, appUrl }: OpenedCity,
  folder: string,
  say: (line: string) => void,
): Promise<Sweep> {
  await copyDue(admin)
  const servers = [server(appUrl, folder), server(appUrl, folder)]
  await Promise.all(servers.map((one) => one.next()))
  const from = performance.now()
  for (const one of servers) one.begin()
  const swept = (await Promise.all(servers.map((one) => one.next()))).map(
    (line) => JSON.parse(line) as { claims: number },
  )
  const seconds = (performance.now() - from) / 1000
  await Promise.all(servers.map((one) => one.end()))
  const claims = swept.reduce((sum, one) => sum + one.claims, 0)
  const { rows } = await admin.query<{ done: number; doubled: number }>(
    `SELECT count(*) FILTER (WHERE n > 0)::integer AS done, count(*) FILTER (WHERE most > 1)::integer AS doubled FROM (
      SELECT c.id, count(e.kind) AS n, max(e.times) AS most FROM petitions.claim c LEFT JOIN (
        SELECT claim_id, kind, data ->> 'clock', data ->> 'to', data ->> 'step', count(*) AS times, max(kind) AS k
        FROM petitions.claim_event WHERE kind IN ('climbed', 'overdue', 'warned') GROUP BY 1, 2, 3, 4, 5) e ON e.claim_id = c.id
      WHERE c.number LIKE 'SW%' GROUP BY 1) each_claim`,
  )
  const { done = 0, doubled = 0 } = rows[0] ?? {}
  if (done !== due) throw new Error(`${done} of ${due} due claims were swept`)
  const doubles = doubled + Math.max(0, claims - done)
  const perSecond = due / seconds
  say(
    `【到点检查】${due} 件到点诉求，两个服务进程同时检查（${swept.map((one) => one.claims).join('＋')} 件）：${seconds.toFixed(1)} 秒`,
  )
  say(`  每秒 ${perSecond.toFixed(0)} 件（目标 ≥ 5,000），重复 ${doubles} 件（必须为 0）`)
  return { perSecond, doubles }
}

async function copyDue(admin: OpenedCity['admin']): Promise<void> {
  const { rows } = await admin.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns WHERE table_schema = 'petitions' AND table_name = 'claim'
      AND column_name NOT IN ('id', 'number', 'intake_key', 'intake_mac', 'opened_at', 'due_at', 'next_at')`,
  )
  const same = rows.map(({ column_name }) => `c.${column_name}`).join(', ')
  await admin.query(`BEGIN; SET LOCAL session_replication_role = replica;
    CREATE TEMP TABLE copied ON COMMIT DROP AS SELECT gen_random_uuid() AS id, n, from_id FROM generate_series(1, ${due}) n
      JOIN (SELECT id AS from_id, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS all_of FROM petitions.claim
        WHERE state = 'dispatched' AND channel = 'resident' AND content LIKE '压测%') seed ON seed.at = n % seed.all_of;
    INSERT INTO petitions.claim (id, number, opened_at, due_at, next_at, ${same.replaceAll('c.', '')})
      SELECT copied.id, 'SW' || copied.n, c.opened_at - ${back}, c.due_at - ${back}, c.next_at - ${back}, ${same}
      FROM copied JOIN petitions.claim c ON c.id = copied.from_id;
    INSERT INTO petitions.claim_event (claim_id, seq, at, by, kind, data)
      SELECT copied.id, e.seq, e.at - ${back}, e.by, e.kind, e.data FROM copied JOIN petitions.claim_event e ON e.claim_id = copied.from_id;
    COMMIT`)
  await admin.query('VACUUM (ANALYZE) petitions.claim, petitions.claim_event')
  await admin.query('CHECKPOINT')
}

/** All but every tenth are taken away again: what is left is the open work of the desks. */
export async function dropMostOfDue({ admin }: OpenedCity): Promise<void> {
  const gone = `number LIKE 'SW%' AND number NOT LIKE '%0'`
  await admin.query(`BEGIN; SET LOCAL session_replication_role = replica;
    DELETE FROM petitions.claim_event WHERE claim_id IN (SELECT id FROM petitions.claim WHERE ${gone});
    DELETE FROM petitions.climb WHERE claim_id IN (SELECT id FROM petitions.claim WHERE ${gone});
    DELETE FROM petitions.claim WHERE ${gone}; COMMIT`)
}

function server(url: string, folder: string) {
  const program = fileURLToPath(new URL('sweep-process.ts', import.meta.url))
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [program, url, folder],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    begin: () => child.stdin.write('\n'),
    async next(): Promise<string> {
      const { value, done } = await lines.next()
      if (done) throw new Error('a sweeping process ended before it answered')
      return value
    },
    async end() {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
