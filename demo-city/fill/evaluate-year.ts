import type { Stage } from '../../contracts/evaluation/words.ts'
import { perform } from '../../server/access/action.ts'
import { city, type App } from '../../server/app.ts'
import { findRounds, openRound } from '../../server/modules/evaluation/index.ts'
import { cityRoot } from '../../server/modules/organisations/index.ts'
import { acting } from './accounts.ts'
import { beginGrading, drawGraders } from './grade-round.ts'
import { evaluators } from './planned-accounts.ts'
import { pastClock } from './past-clock.ts'
import { scoreRound, walkRound } from './walk-round.ts'

interface YearToEvaluate {
  app: Pick<App, 'context' | 'engine' | 'procedure'>
  year: number
  edition: string
  /** The day on which the bureau opened the round, and the stage that it has come to. */
  openedOn: string
  until: Stage
}

/** The bureau opens the year's round, if it is not open yet, has it scored, and leads it through its stages. */
export async function evaluateYear({ app, year, edition, openedOn, until }: YearToEvaluate): Promise<void> {
  const { context, engine } = app
  const clock = pastClock(openedOn)
  const bureau = { ...(await acting(context, 'city')), clock }
  const name = `${year} 年度`
  const [known] = await findRounds(context.db, { year, name })
  const placeId = await cityRoot(context.db, city)
  const roundId =
    known?.id ?? (await perform(bureau, openRound(engine.editions), { year, name, edition, placeId })).id
  await scoreRound(app, bureau, roundId)
  await walkRound({
    app,
    bureau,
    clock,
    roundId,
    until,
    inStage: async (stage) => {
      // What lies in the archive was brought by sheet; nobody is drawn for it any more.
      if (stage === 'self-report' && until === 'grading') await drawGraders(app, bureau, clock, roundId)
    },
  })
  if (until === 'grading') await beginGrading(app, clock, evaluators)
}
