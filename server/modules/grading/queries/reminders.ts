import { sql } from 'kysely'
import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Telling } from '../../../access/tell.ts'
import { type Db, rows } from '../../../platform/database/database.ts'
import type { ReminderSource } from '../../reminder-source.ts'
import { addWorkingDays, type Calendar } from '../../../values/working-days.ts'

export type CalendarOf = (db: Db) => Promise<Calendar>

interface Waiting {
  roundId: string
  round: string
  due: string
  grader: string
  count: number
  accountId: string | null
  placeId: string | null
  bodyId: string | null
}

const rolesOf: Record<string, readonly Role[]> = {
  市物业主管部门: ['city-official'],
  物业主管部门: ['district-official'],
  区物业主管部门: ['district-official'],
  街道社区: ['street-official', 'community-official'],
}

/** 3 working days before the end of the grading, and on its last day: whoever has tasks left. A provisional end reminds nobody. */
export const gradingReminders = (calendarOf: CalendarOf): ReminderSource => ({
  name: 'grading.tasks-left',
  async due({ db }, today) {
    const calendar = await calendarOf(db)
    const soon = addWorkingDays(calendar, today, 3).dueDate
    const waiting = await rows(
      db,
      sql<Waiting>`SELECT round.id AS "roundId", round.name AS round, round.stage_due_on AS due, r.grader, count(*)::integer AS count,
          coalesce(r.taken_by, seat.account_id) AS "accountId",
          CASE WHEN coalesce(r.taken_by, seat.account_id) IS NULL AND r.body_id IS NULL THEN coalesce(CASE WHEN r.grader = '街道社区' THEN community.parent_id END, r.place_id) END AS "placeId",
          CASE WHEN r.taken_by IS NULL THEN r.body_id END AS "bodyId"
        FROM grading.task r JOIN evaluation.published_round round ON round.id = r.round_id AND round.state = 'grading'
        LEFT JOIN grading.seat seat ON seat.id = r.seat_id
        LEFT JOIN organisations.published_place compound ON compound.id = r.place_id AND r.grader = '街道社区'
        LEFT JOIN organisations.published_place community ON community.id = compound.parent_id
        WHERE r.state <> 'submitted' AND round.stage_due_on IN (${today}::date, ${soon === 'UNKNOWN' ? today : soon}::date)
          AND (r.grader <> '考核组' OR r.seat_id IS NOT NULL)
        GROUP BY round.id, round.name, round.stage_due_on, r.grader, 6, 7, 8`,
    )
    return waiting.map((one) => telling(one, today))
  },
})

function telling(one: Waiting, today: string): Telling {
  const { roundId, round, due, grader, count, accountId, placeId, bodyId } = one
  const to = accountId
    ? { accountId }
    : bodyId
      ? { bodyId, roles: ['committee'] as const }
      : {
          placeId: placeId ?? '',
          roles: rolesOf[grader] ?? [],
          reach: grader === '街道社区' ? ('below' as const) : ('at' as const),
        }
  const last = due === today
  return {
    to: [to],
    zh: `“${round}”还有 ${count} 项考核任务没有提交，${last ? '今天是考核评分的最后一天' : `考核评分到 ${due} 为止`}`,
    en: `${count} grading tasks of ${round} are not handed in; ${last ? 'today is the last day' : `the stage ends on ${due}`}`,
    link: `/grading?round=${roundId}&mine=yes`,
    due,
    key: `grading-${roundId}-${grader}-${accountId ?? bodyId ?? placeId}-${today}`,
  }
}
