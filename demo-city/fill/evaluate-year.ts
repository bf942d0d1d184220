import { perform } from '../../server/access/action.ts'
import { city, type App } from '../../server/app.ts'
import { evaluateRound, findRounds, openRound, runPass } from '../../server/modules/evaluation/index.ts'
import { cityRoot } from '../../server/modules/organisations/index.ts'
import { acting } from './accounts.ts'

interface YearToEvaluate extends Pick<App, 'context' | 'engine'> {
  year: number
  edition: string
}

/** The bureau opens the year's round, if it is not open yet, and has it scored. */
export async function evaluateYear({ context, engine, year, edition }: YearToEvaluate): Promise<void> {
  const bureau = await acting(context, 'city')
  const name = `${year} 年度`
  const [known] = await findRounds(context.db, { year, name })
  const placeId = await cityRoot(context.db, city)
  const id =
    known?.id ?? (await perform(bureau, openRound(engine.rulebook), { year, name, edition, placeId })).id
  const { runId } = await perform(bureau, evaluateRound(engine), { id })
  await runPass(engine, context, id, runId)
}
