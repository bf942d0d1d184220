import { addWorkingDays } from '../../values/working-days.ts'
import { shanghaiDay } from '../../values/days.ts'
import type { DeadlineSource, Moved } from '../deadline-source.ts'
import { round as roundResource } from './policy.ts'
import { stageTitles, type Term, termOf } from './rules/stages.ts'
import { moveRound, type RunningTerm, runningTerms } from './storage/round-events.ts'

/** Terms of the rounds' stages: counted again when a year's notice is loaded. */
export const stageDeadlines: DeadlineSource = {
  name: 'evaluation',
  async recompute(ctx, calendar) {
    const running = await runningTerms(ctx.db)
    const moved: Moved[] = []
    for (const round of running) {
      const began = shanghaiDay(new Date(round.beganAt))
      const term = termOf(addWorkingDays(calendar, began, round.workingDays))
      if (term.dueOn === round.dueOn && term.provisional === round.provisional) continue
      const at = ctx.clock.now().toISOString()
      await moveRound(ctx.db, round.id, { kind: 'term-moved', at, data: term }, ctx.actor.id)
      moved.push(told(round, term))
    }
    return moved
  },
}

const told = (round: RunningTerm, term: Term): Moved => ({
  resource: roundResource.name,
  id: round.id,
  title: `“${round.name}”${stageTitles[round.state]}阶段的截止日`,
  titleEn: `Last day of the stage of ${round.name}`,
  link: `/evaluation/rounds/${round.id}`,
  before: round.dueOn ?? round.provisional ?? '',
  wasProvisional: round.dueOn === null,
  after: term.dueOn ?? term.provisional ?? '',
  isProvisional: term.dueOn === null,
  tell: [{ placeId: round.placeId, roles: ['city-official', 'district-official'], reach: 'at' }],
})
