import type { Context } from '../../access/context.ts'
import type { Audience, Telling } from '../../access/tell.ts'
import type { ReminderSource } from '../reminder-source.ts'
import type { CalendarOf } from './calendar-of.ts'
import { reportingAudience } from './audiences.ts'
import { roundsUnderWay, waitingContests } from './queries/work.ts'
import { type Nearness, nearness } from './rules/lateness.ts'
import { holdReporting, openReports, reporters } from './storage/reports.ts'

const words: Record<Nearness, { zh: string; en: string }> = {
  soon: { zh: '还有 3 个工作日截止', en: 'three working days are left' },
  'last-day': { zh: '今天截止', en: 'today is the last day' },
  overdue: { zh: '已经逾期，提交将注明逾期', en: 'the term is over; it will be marked as late' },
}

/** Reports of subjects that came into a round after its self-reports were opened, such as a compound recorded later. */
export const lateReports: ReminderSource = {
  name: 'self-reports.late-comers',
  async due(ctx, today) {
    await holdReporting(ctx.db)
    const opened = await openReports(ctx.db, ctx.clock.now().toISOString())
    return [...Map.groupBy(opened, ({ roundId }) => roundId)].map(
      ([roundId, reports]): Telling => ({
        to: reportingAudience(reports),
        zh: '您有新增的评价对象，自评申报已开启，请在截止日前提交。',
        en: 'A subject of yours was added to the round: its self-report is open.',
        link: `/self-reports?round=${roundId}&state=draft`,
        key: `self-reports.late-comers.${roundId}.${today}`,
      }),
    )
  },
}

/** Three working days before the end, on the last day, and on the first working day after it. */
export const reportReminders = (calendarOf: CalendarOf): ReminderSource => ({
  name: 'self-reports.drafts',
  async due(ctx, today) {
    const tellings: Telling[] = []
    for (const { round, near } of await nearRounds(ctx, calendarOf, 'self-report', today)) {
      const to = reportingAudience(await reporters(ctx.db, round.id, 'draft'))
      if (to.length === 0) continue
      tellings.push({
        to,
        zh: `“${round.name}”的自评申报${words[near].zh}（${round.dueOn}），您还有未提交的。`,
        en: `Self-reports for ${round.name}: ${words[near].en} (${round.dueOn}).`,
        link: `/self-reports?round=${round.id}&state=draft`,
        due: round.dueOn,
        key: `self-reports.drafts.${round.id}.${today}`,
      })
    }
    return tellings
  },
})

/** The same days, for contests without an answer. */
export const contestReminders = (calendarOf: CalendarOf): ReminderSource => ({
  name: 'self-reports.contests',
  async due(ctx, today) {
    const tellings: Telling[] = []
    for (const { round, near } of await nearRounds(ctx, calendarOf, 'grading', today)) {
      const waiting = await waitingContests(ctx, round.id)
      const to = waiting.map(
        ({ placeId, answerer }): Audience => ({ placeId, roles: [answerer], reach: 'above' }),
      )
      if (to.length === 0) continue
      tellings.push({
        to,
        zh: `“${round.name}”的自评异议还有未答复的，考核评分阶段${near === 'overdue' ? '已经逾期' : words[near].zh}。`,
        en: `Contests of ${round.name} wait for an answer: ${words[near].en}.`,
        link: `/self-reports/contests?round=${round.id}&state=open`,
        due: round.dueOn,
        key: `self-reports.contests.${round.id}.${today}`,
      })
    }
    return tellings
  },
})

async function nearRounds(
  ctx: Context,
  calendarOf: CalendarOf,
  stage: 'self-report' | 'grading',
  today: string,
) {
  const calendar = await calendarOf(ctx.db)
  const rounds = await roundsUnderWay(ctx, stage)
  return rounds.flatMap((round) => {
    const near = nearness(calendar, round.dueOn, today)
    return near ? [{ round, near }] : []
  })
}
