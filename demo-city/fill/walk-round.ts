import type { Stage } from '../../contracts/evaluation/words.ts'
import { perform } from '../../server/access/action.ts'
import type { Context } from '../../server/access/context.ts'
import type { App } from '../../server/app.ts'
import { advanceRound, evaluateRound, roundById, runPass } from '../../server/modules/evaluation/index.ts'
import { addDays } from '../../server/values/days.ts'
import type { MovableClock } from '../../server/platform/clock/movable-clock.ts'
import { morningOf } from './past-clock.ts'

type Served = Pick<App, 'context' | 'engine' | 'procedure'>

/** Said where a stage of the demonstration ends although not all of its work was done. */
const decision = '演示数据：本阶段的资料由表格导入，未完成的事项不再等待'

export interface Walk {
  app: Served
  bureau: Context
  clock: MovableClock
  roundId: string
  until: Stage
  /** What people do in a stage before it ends. */
  inStage?(stage: Stage): Promise<void>
}

/**
 * Moves a round on as the bureau would, waiting out every term, until it is in the wanted stage. It goes on from wherever
 * an earlier start left it, and stops where the calendar does not know the term's end (暂定 ends nothing).
 */
export async function walkRound({ app, bureau, clock, roundId, until, inStage }: Walk): Promise<void> {
  const acting = { ...bureau, clock }
  for (;;) {
    const round = await roundById(acting, roundId)
    if (round.state === until || round.state === 'closed') return
    await inStage?.(round.state)
    if (round.stageDueProvisional !== null) return
    if (round.stageDueOn !== null && clock.today() <= round.stageDueOn)
      clock.moveTo(morningOf(addDays(round.stageDueOn, 1)))
    if (round.state === 'moderation') await scoreRound(app, acting, roundId)
    await perform(acting, advanceRound(app.procedure), { id: roundId, from: round.state, decision })
  }
}

/** Computes a round at the time that its clock shows. */
export async function scoreRound({ engine, context }: Served, bureau: Context, id: string): Promise<void> {
  const { runId } = await perform(bureau, evaluateRound(engine), { id })
  await runPass(engine, { ...context, clock: bureau.clock }, id, runId)
}
