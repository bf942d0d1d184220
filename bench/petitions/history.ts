import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { v7 as uuid } from 'uuid'

const columns =
  'id, number, channel, category, limit_class, of_property, of_sanitation, about_firm, place_id, provider_id, spot, content, opened_at, seq, state, level, handler_level, handler_body_id, outcome, answered_at, answered_in_time, signed_in_time, visited_at, visit_result, rated_responded, rated_solved, rated_satisfied, closed_at, struck_off_at'
const dayMs = 86_400_000
const linesAtOnce = 2000

interface Ground {
  place: string
  provider: string
}

/**
 * Struck-off claims of the last eight years, spread evenly over the compounds that a firm serves, each with two events, by COPY.
 * Foreign keys are not looked up again: every id comes from the tables themselves. Indexes stay.
 * @param first number of the first
 */
export async function copyHistory(admin: pg.Client, first: number, count: number): Promise<void> {
  const { rows: grounds } = await admin.query<Ground>(
    `SELECT DISTINCT ON (compound_id) compound_id AS place, provider_id AS provider
      FROM organisations.published_service_contract WHERE valid_to IS NULL ORDER BY compound_id`,
  )
  const made: string[] = []
  await admin.query('SET session_replication_role = replica')
  for (let done = 0; done < count; done += made.length) {
    made.length = 0
    const size = Math.min(200_000, count - done)
    const events: string[] = []
    for (let n = first + done; n < first + done + size; n++) {
      const { claim, happened } = struckOff(n, grounds[n % grounds.length] as Ground)
      made.push(claim)
      events.push(happened)
    }
    await copy(admin, `petitions.claim (${columns})`, made)
    await copy(admin, 'petitions.claim_event (claim_id, seq, at, by, kind, data)', events)
  }
  await admin.query('SET session_replication_role = origin')
}

function struckOff(n: number, { place, provider }: Ground): { claim: string; happened: string } {
  const opened = Date.now() - (30 + (n % 2900)) * dayMs
  const at = (days: number) => new Date(opened + days * dayMs).toISOString()
  // Ordered as they were opened, as ids of claims that came one by one are.
  const id = uuid({ msecs: opened })
  const solved = n % 10 < 8 ? 't' : 'f'
  const claim = [
    id,
    `LS${n}`,
    'resident',
    '0101',
    'general',
    't',
    'f',
    'f',
    place,
    provider,
    '',
    '历史诉求（演示数据）',
    at(0),
    2,
    'struck-off',
    'project',
    'project',
    provider,
    solved === 't' ? 'solved' : 'partly',
    at(3),
    't',
    't',
    at(5),
    'reached',
    't',
    solved,
    solved,
    at(6),
    at(7),
  ].join('\t')
  const filed = '{"channel":"resident","category":"0101","limitClass":"general"}'
  const happened = `${id}\t1\t${at(0)}\t\\N\tfiled\t${filed}\n${id}\t2\t${at(7)}\t\\N\tstruck-off\t{"note":""}`
  return { claim, happened }
}

function copy(admin: pg.Client, into: string, lines: readonly string[]): Promise<void> {
  const pieces = function* () {
    for (let i = 0; i < lines.length; i += linesAtOnce)
      yield `${lines.slice(i, i + linesAtOnce).join('\n')}\n`
  }
  return pipeline(Readable.from(pieces()), admin.query(copyFrom(`COPY ${into} FROM STDIN`)))
}
