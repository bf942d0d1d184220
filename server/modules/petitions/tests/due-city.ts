import { v7 as uuid } from 'uuid'
import type { LimitClass } from '../../../../contracts/petitions/words.ts'
import { openDatabase } from '../../../platform/database/database.ts'
import { movableClock } from '../../../platform/clock/movable-clock.ts'
import { type TestApp, testApp } from '../../../platform/testing/app.ts'
import { limitAt, loadRulebook } from '../../../rulebook/load.ts'
import { type SmallCity, smallCity } from '../../evaluation/testing/small-city.ts'
import { currentCalendar } from '../../calendar/index.ts'
import type { PetitionMeans } from '../means.ts'
import type { ClaimEvent, Handler, KeptEvent } from '../rules/events.ts'
import { foldEvents } from '../rules/fold.ts'
import { replay } from '../rules/replay.ts'
import { warningShares } from '../rules/terms.ts'
import type { Reading } from '../rules/what-is-due.ts'
import { historyOf } from '../storage/claims.ts'
import { filePastClaims } from '../storage/past-claims.ts'
import { project } from '../storage/project.ts'

const rulebook = loadRulebook()
const limits = (id: string, day: string) => limitAt(rulebook, id, day).value.toString()

/** A small city with claims whose terms run out, and a clock that is put on by hand. */
export interface DueCity {
  app: TestApp
  city: SmallCity
  clock: ReturnType<typeof movableClock>
  /** Short messages that have left. */
  texts: { phone: string; text: string }[]
  means: Pick<PetitionMeans, 'limits' | 'calendarOf'>
  reading(): Promise<Reading>
  firm: Handler
  /** Files claims at the clock's moment, taken in and given to firm A, or with events of their own. */
  file(
    count: number,
    more?: { limitClass?: LimitClass; phone?: string; events?: ClaimEvent[] },
  ): Promise<string[]>
  /** What happened to a claim, without what it was filed with. */
  after(id: string): Promise<KeptEvent[]>
  /** Rows that differ from what their events add up to. */
  unlikeTheirEvents(): Promise<string[]>
}

let filed = 0

export async function dueCity(start: string): Promise<DueCity> {
  const clock = movableClock(start)
  const texts: { phone: string; text: string }[] = []
  const app = await testApp({ clock, settings: { texter: { send: async (one) => void texts.push(one) } } })
  await app.http.ready()
  const city = await smallCity(app)
  const { db, pool } = app.database
  await pool.query(`INSERT INTO petitions.category (code, name, name_en, limit_class, responsible, position)
    VALUES ('99', '测试', 'Test', 'general', 'provider', 999) ON CONFLICT DO NOTHING`)
  const means = { limits, calendarOf: (at: typeof db) => currentCalendar(at, rulebook.calendars) }
  const reading = async (): Promise<Reading> => ({
    calendar: await means.calendarOf(db),
    limits,
    shares: warningShares(limits, clock.today()),
  })
  const firm: Handler = { level: 'project', bodyId: city.firmA, placeId: null }
  const desk: Handler = { level: 'community', bodyId: null, placeId: city.communityId }
  return {
    app,
    city,
    clock,
    texts,
    means,
    reading,
    firm,
    async file(count, { limitClass = 'general', phone, events = [] } = {}) {
      const at = clock.now().toISOString()
      const by = await reading()
      const claims = Array.from({ length: count }, () => ({
        ...replay(
          [
            { kind: 'filed', at, by: null, data: { channel: 'resident', category: '99', limitClass, desk } },
            { kind: 'accepted', at, by: null, data: { limitClass } },
            { kind: 'dispatched', at, by: null, data: { to: firm } },
            ...events,
          ],
          by,
        ),
        intake: {
          id: uuid(),
          number: `SQ-${String(++filed).padStart(6, '0')}`,
          channel: 'resident',
          intake_key: null,
          category: '99',
          of_property: true,
          of_sanitation: false,
          about_firm: false,
          place_id: city.compounds[filed % 2]?.id ?? '',
          provider_id: city.firmA,
          spot: '',
          content: '测试诉求',
          filed_by: null,
          opened_at: at,
        },
      }))
      await db.transaction().execute((trx) => filePastClaims(trx, claims, by))
      const ids = claims.map(({ intake }) => intake.id)
      if (phone)
        await pool.query('UPDATE petitions.claim SET reporter_phone = $2 WHERE id = ANY($1)', [
          ids,
          app.context.keys.seal(phone),
        ])
      return ids
    },
    async after(id) {
      const history = (await historyOf(db, [id])).get(id) ?? []
      return history.filter(({ kind }) => !['filed', 'accepted', 'dispatched'].includes(kind))
    },
    async unlikeTheirEvents() {
      const { rows } = await pool.query<{ id: string; row: Record<string, unknown> }>(
        'SELECT id, to_jsonb(c) AS row FROM petitions.claim c',
      )
      const histories = await historyOf(
        db,
        rows.map(({ id }) => id),
      )
      const by = await reading()
      return rows.flatMap(({ id, row }) => {
        const made = project(foldEvents(histories.get(id) ?? [], limits), by)
        const wrong = Object.entries(made).filter(([column, value]) => !same(row[column], value))
        return wrong.map(([column, value]) => `${id} ${column}: ${String(row[column])}, not ${String(value)}`)
      })
    },
  }
}

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)
const same = (stored: unknown, made: unknown) =>
  isInstant(stored) && isInstant(made) ? Date.parse(stored) === Date.parse(made) : stored === made

/** Another server on the same database, with connections of its own. */
export async function anotherServer({ app, clock }: DueCity) {
  const { buildApp } = await import('../../../app.ts')
  const { rows } = await app.database.pool.query<{ name: string }>('SELECT current_database() AS name')
  const url = app.migratorUrl.replace('gongzhi_migrator', 'gongzhi_app')
  if (!url.includes(rows[0]?.name ?? '-')) throw new Error('not the same database')
  const database = openDatabase(url, 6)
  const { keys } = app.context
  const other = await buildApp({
    database,
    keys,
    clock,
    demo: false,
    dataFolder: app.dataFolder,
    sweepEveryMs: null,
  })
  return {
    ...other,
    async close() {
      await other.http.close()
      await database.close()
    },
  }
}
