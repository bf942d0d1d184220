import type { Telling } from '../../access/tell.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Calendar } from '../../values/working-days.ts'
import type { ReminderSource } from '../reminder-source.ts'
import { type Nearness, nearness } from './rules/reminding.ts'
import { stageTitles } from './rules/stages.ts'
import { type RunningTerm, termsOf } from './storage/round-events.ts'

const words: Record<Nearness, (stage: string, day: string) => { zh: string; en: string }> = {
  soon: (stage, day) => ({
    zh: `${stage}阶段还剩 3 个工作日，${day} 截止`,
    en: `3 working days are left of this stage, which ends on ${day}`,
  }),
  today: (stage) => ({ zh: `${stage}阶段今天截止`, en: 'This stage ends today' }),
  over: (stage, day) => ({
    zh: `${stage}阶段已于 ${day} 截止，请结束本阶段或写明决定`,
    en: `This stage was to end on ${day}: end it, or record a decision`,
  }),
}

/** Tells the bureau of the round's place that a stage is about to end, ends, or should have ended. */
export const stageReminders = (calendarNow: (db: Db) => Promise<Calendar>): ReminderSource => ({
  name: 'evaluation.stage-terms',
  async due(ctx, today) {
    const [calendar, terms] = await Promise.all([calendarNow(ctx.db), termsOf(ctx.db)])
    return terms.flatMap((term) => {
      const near = nearness(calendar, today, term.dueOn)
      return near === null ? [] : [telling(term, near, today)]
    })
  },
})

function telling(term: RunningTerm, near: Nearness, today: string): Telling {
  const { zh, en } = words[near](stageTitles[term.state], term.dueOn ?? '')
  return {
    to: [{ placeId: term.placeId, roles: ['city-official', 'district-official'], reach: 'at' }],
    zh: `“${term.name}”${zh}`,
    en: `${term.name}: ${en}`,
    link: `/evaluation/rounds/${term.id}`,
    due: term.dueOn,
    key: `evaluation.stage-terms ${term.id} ${term.state} ${near} ${today}`,
  }
}
