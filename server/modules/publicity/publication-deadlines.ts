import { shanghaiDay } from '../../values/days.ts'
import { addWorkingDays } from '../../values/working-days.ts'
import type { DeadlineSource, Moved } from '../deadline-source.ts'
import { publishedRound } from './policy.ts'
import { moveTerm, type RunningTerm, runningTerms } from './storage/publication-terms.ts'

type Term = Pick<RunningTerm, 'dueOn' | 'provisional'>

/** 公示期: the last day of objecting and appealing, counted again when a year's notice is loaded. */
export const publicationDeadlines: DeadlineSource = {
  name: 'publicity',
  async recompute(ctx, calendar) {
    const moved: Moved[] = []
    for (const running of await runningTerms(ctx.db)) {
      const began = shanghaiDay(new Date(running.beganAt))
      const { dueDate, provisional } = addWorkingDays(calendar, began, running.workingDays)
      const term = { dueOn: dueDate === 'UNKNOWN' ? null : dueDate, provisional }
      if (term.dueOn === running.dueOn && term.provisional === running.provisional) continue
      await moveTerm(ctx.db, running.id, term)
      moved.push(told(running, term))
    }
    return moved
  },
}

/** Whoever may appeal is told; the bureau hears of its stage (evaluation). */
const told = (running: RunningTerm, term: Term): Moved => ({
  resource: publishedRound.name,
  id: running.roundId,
  title: `“${running.name}”公示和申诉期的最后一天`,
  titleEn: `Last day on which results of ${running.name} may be appealed`,
  link: '/publicity/own',
  before: running.dueOn ?? running.provisional ?? '',
  wasProvisional: running.dueOn === null,
  after: term.dueOn ?? term.provisional ?? '',
  isProvisional: term.dueOn === null,
  tell: [
    ...running.bodies.map((bodyId) => ({ bodyId, roles: ['enterprise' as const] })),
    { placeId: running.placeId, roles: ['street-official', 'community-official'], reach: 'below' },
  ],
})
