import type { Keys } from '../../../platform/keys/keys.ts'
import type { Person, TestApp } from '../../../platform/testing/app.ts'
import { testApp } from '../../../platform/testing/app.ts'
import { type MovableClock, movableClock } from '../../../platform/clock/movable-clock.ts'
import {
  advanceTo,
  morningAfter,
  openAndScore,
  type SmallCity,
  smallCity,
  travel,
} from '../../evaluation/testing/small-city.ts'

export interface FinishedCity {
  app: TestApp
  clock: MovableClock
  city: SmallCity
  roundId: string
  /** The id of a subject by its name; the first, in the order of the standard's tables. */
  subject(name: string): Promise<string>
  /** A file as this person, or anybody, fetches it. */
  fetch(
    url: string,
    as?: Person,
    headers?: Record<string, string>,
  ): Promise<{ status: number; bytes: Buffer; headers: Record<string, unknown> }>
  /** What was put on its way to other systems, each checked against its contract by then. */
  events(): Promise<{ name: string; data: unknown }[]>
  close(): Promise<void>
}

export { advanceTo, morningAfter, travel }

/** A small city whose round is in its final stage; every project has stars, and one firm bears rare characters. */
export async function finishedCity(
  wanted: 'publicity' | 'final' | 'archived' = 'final',
  keys?: Keys,
): Promise<FinishedCity> {
  const clock = movableClock('2026-03-02T09:00:00+08:00')
  const app = await testApp({ clock, ...(keys ? { keys } : {}) })
  const city = await smallCity(app)
  const { pool } = app.database
  await pool.query(
    `INSERT INTO exchange.subscription (id, name, url, events, state, secret_sealed, created_at)
      VALUES (gen_random_uuid(), '信用平台（演示）', 'https://127.0.0.1:9/', $1, 'active', $2, now())`,
    [
      ['evaluation.round-published', 'evaluation.result-final', 'evaluation.result-corrected'],
      app.context.keys.seal('whsec_test'),
    ],
  )
  await pool.query(`UPDATE organisations.body SET name = '喆堃䶮㛃𬭳物业' WHERE id = $1`, [city.firmA])
  const roundId = await openAndScore(app, city.people.city)
  const moved = { bureau: city.people.city, roundId }
  await advanceTo(app, clock, moved, 'moderation')
  await advanceTo(app, clock, moved, wanted)
  return {
    app,
    clock,
    city,
    roundId,
    async subject(name) {
      const { rows } = await pool.query<{ id: string }>(
        'SELECT id FROM evaluation.subject WHERE round_id = $1 AND name = $2 ORDER BY table_id LIMIT 1',
        [roundId, name],
      )
      return rows[0]?.id ?? ''
    },
    async fetch(url, as, headers = {}) {
      const answer = await app.http.inject({
        url,
        headers,
        ...(as ? { cookies: { gongzhi_session: as.token } } : {}),
      })
      return { status: answer.statusCode, bytes: answer.rawPayload, headers: answer.headers }
    },
    async events() {
      const taken = () => pool.query(`SELECT FROM platform.outbox WHERE kind = 'event'`)
      while ((await taken()).rowCount) await new Promise((next) => setTimeout(next, 50))
      const { rows } = await pool.query<{ body: string }>('SELECT body FROM exchange.event ORDER BY id')
      return rows.map(({ body }) => {
        const { type, data } = JSON.parse(body) as { type: string; data: unknown }
        return { name: type, data }
      })
    },
    close: () => app.close(),
  }
}

/** Gives every project full marks for what it lacks, as if all rows had been graded well. */
export async function allStars(app: TestApp, roundId: string): Promise<void> {
  await app.database.pool.query(
    `UPDATE evaluation.score s SET band = '五星级' FROM evaluation.subject subject, evaluation.round round
      WHERE round.id = $1 AND s.run_id = round.current_run AND subject.id = s.subject_id AND subject.kind = 'compound'`,
    [roundId],
  )
}
