import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { rows } from '../../../platform/database/database.ts'
import type { TestApp } from '../../../platform/testing/app.ts'
import { limitAt, loadRulebook } from '../../../rulebook/load.ts'
import { daysOfNotice } from '../../../values/holiday-notice.ts'
import { calendarOf } from '../../../values/working-days.ts'
import { dice } from '../../party-organisations/tests/generated-city.ts'
import type { ClaimEvent, Handler } from '../rules/events.ts'
import { replay } from '../rules/replay.ts'
import { warningShares } from '../rules/terms.ts'
import type { Reading } from '../rules/what-is-due.ts'
import { filePastClaims, type PastClaim } from '../storage/past-claims.ts'

const rulebook = loadRulebook()
const limits = (id: string, day: string) => limitAt(rulebook, id, day).value.toString()

export const reading: Reading = {
  calendar: calendarOf(rulebook.calendars.map(daysOfNotice)),
  limits,
  shares: warningShares(limits, '2025-06-01'),
}

export type Dice = ReturnType<typeof dice>

/** A category of its own for each kind that figures tell apart. */
export async function testCategories(app: TestApp): Promise<void> {
  await sql`INSERT INTO petitions.category (code, name, name_en, limit_class, responsible, of_property, of_sanitation, position)
    VALUES ('91', '测试维修', 'Repairs', 'general', 'provider', true, false, 1),
      ('92', '测试保洁', 'Cleaning', 'general', 'provider', true, true, 2),
      ('93', '测试投诉', 'Complaint', 'complaint', 'provider', true, false, 3),
      ('94', '测试道路', 'Road', 'general', 'street', false, false, 4)
    ON CONFLICT DO NOTHING`.execute(app.database.db)
}

export interface Ground {
  placeId: string
  providerId: string | null
}

/** What differs from one claim to the next; absent means that it did not happen. Days count from the filing. */
export interface Course {
  category: '91' | '92' | '93' | '94'
  channel: string
  openedAt: string
  signed?: number
  overdue?: number
  climbs?: ('community' | 'street' | 'district')[]
  answered?: number
  outcome?: 'solved' | 'partly' | 'not-solvable'
  visited?: number
  reached?: boolean
  rated?: { responded: boolean | null; solved: boolean | null; satisfied: boolean | null }
  closed?: number
  struckOff?: number
  reopened?: number
  key?: { level: 'community' | 'street' | 'district'; complex: boolean; supervised: boolean; after: number }
  excluded?: boolean
  withdrawn?: boolean
}

const classOf = { '91': 'general', '92': 'general', '93': 'complaint', '94': 'general' } as const
const unrated = { responded: null, solved: null, satisfied: null }

export function eventsOf(course: Course, { placeId, providerId }: Ground): ClaimEvent[] {
  const later = (days: number) => new Date(Date.parse(course.openedAt) + days * 86_400_000).toISOString()
  const limitClass = classOf[course.category]
  const to: Handler = { level: 'project', bodyId: providerId, placeId: null }
  const outcome = course.outcome ?? 'solved'
  const all: (ClaimEvent | false)[] = [
    event('filed', course.openedAt, {
      channel: course.channel as never,
      category: course.category,
      limitClass,
    }),
    event('accepted', course.openedAt, { limitClass }),
    event('dispatched', course.openedAt, { to }),
    course.signed !== undefined && event('signed', later(course.signed), { inTime: null }),
    course.key !== undefined && event('marked-key', later(course.key.after), { ...course.key, note: '' }),
    course.overdue !== undefined &&
      event('overdue', later(course.overdue), { clock: 'answer', dueAt: later(course.overdue) }),
    ...(course.climbs ?? []).map((level, i) =>
      event('climbed', later((course.overdue ?? 0) + i), {
        from: 'project',
        to: level,
        why: 'time',
        leader: { level, bodyId: null, placeId },
      }),
    ),
    course.answered !== undefined &&
      event('answered', later(course.answered), { outcome, answer: '已处理', inTime: null }),
    course.visited !== undefined &&
      event('visited', later(course.visited), {
        result: course.reached ? 'reached' : 'unreached',
        rating: course.reached ? (course.rated ?? unrated) : unrated,
        note: '',
        by: 'official',
      }),
    course.closed !== undefined && event('closed', later(course.closed), { outcome }),
    course.struckOff !== undefined && event('struck-off', later(course.struckOff), { note: '' }),
    course.reopened !== undefined && event('reopened', later(course.reopened), { reason: '' }),
    course.excluded === true && event('excluded', later(400), { why: 'malicious', reason: '测试' }),
    course.withdrawn === true && event('withdrawn', later(0.5), { reason: '测试' }),
  ]
  return all.filter((one) => one !== false).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const event = <K extends ClaimEvent['kind']>(
  kind: K,
  at: string,
  data: Extract<ClaimEvent, { kind: K }>['data'],
) => ({ kind, at, by: null, data }) as ClaimEvent

let count = 0

/** One claim of the past, ready to be filed. */
export function pastClaim(course: Course, ground: Ground): PastClaim {
  const id = uuid()
  return {
    ...replay(eventsOf(course, ground), reading),
    intake: {
      id,
      number: `测-${String(++count).padStart(6, '0')}`,
      channel: course.channel,
      intake_key: null,
      category: course.category,
      of_property: course.category !== '94',
      of_sanitation: course.category === '92',
      about_firm: false,
      place_id: ground.placeId,
      provider_id: ground.providerId,
      spot: '',
      content: '测试诉求',
      filed_by: null,
      opened_at: course.openedAt,
    },
  }
}

export const file = (app: TestApp, claims: PastClaim[]) => filePastClaims(app.database.db, claims, reading)

/** Compounds with whoever serves them, and the places over them. */
export async function groundsOf(app: TestApp): Promise<Ground[]> {
  return await rows(
    app.database.db,
    sql<Ground>`SELECT p.id AS "placeId", (SELECT k.provider_id FROM organisations.service_contract k
        WHERE k.compound_id = p.id ORDER BY k.valid_from DESC LIMIT 1) AS "providerId"
      FROM organisations.place p WHERE p.kind IN ('compound', 'community') ORDER BY p.code`,
  )
}

/** Anything that may have become of a claim filed from October 2024 to January 2026. */
export function anyCourse(d: Dice): Course {
  const openedAt = new Date(Date.parse('2024-10-01T01:00:00Z') + d.upTo(480) * 86_400_000).toISOString()
  const answered = d.chance(0.9) ? d.upTo(20) + 1 : undefined
  const visited = answered !== undefined && d.chance(0.95) ? answered + 1 + d.upTo(5) : undefined
  const closed = visited !== undefined && d.chance(0.97) ? visited + 0.5 : undefined
  const said = () => d.of([true, true, true, false, null])
  const overdue = d.chance(0.3) ? Math.min(8, (answered ?? 9) - 0.5) : undefined
  return {
    category: d.of(['91', '91', '92', '93', '94']),
    channel: d.of(['resident', 'hotline-12345', 'hotline-12345', 'counter', 'import']),
    openedAt,
    signed: 0.4,
    ...(overdue !== undefined ? { overdue } : {}),
    ...(overdue !== undefined && d.chance(0.9)
      ? {
          climbs: d.of([
            ['community'],
            ['community', 'street'],
            ['community', 'street', 'district'],
          ]) as never,
        }
      : {}),
    ...(answered !== undefined ? { answered } : {}),
    outcome: d.of(['solved', 'solved', 'solved', 'partly', 'not-solvable']),
    ...(visited !== undefined ? { visited } : {}),
    reached: d.chance(0.8),
    rated: { responded: said(), solved: said(), satisfied: said() },
    ...(closed !== undefined ? { closed } : {}),
    ...(closed !== undefined && d.chance(0.8) ? { struckOff: closed + 1 } : {}),
    ...(closed !== undefined && d.chance(0.06) ? { reopened: closed + 3 } : {}),
    ...(d.chance(0.2)
      ? {
          key: {
            level: d.of(['community', 'street', 'district'] as const),
            complex: d.chance(0.5),
            supervised: d.chance(0.6),
            after: 1,
          },
        }
      : {}),
    excluded: d.chance(0.05),
    withdrawn: answered === undefined && d.chance(0.2),
  }
}
