import type { PublicationKind } from '../../../contracts/publicity/words.ts'
import type { Context } from '../../access/context.ts'
import { type Editions, edition, limitAt } from '../../rulebook/load.ts'
import type { StageRound } from '../stage-room.ts'
import { refuse } from './problems.ts'
import { layOut } from './rules/layout.ts'
import { writePublication, type Written } from './storage/publications.ts'

/**
 * Shows the round's current scores to the public, as another version beside those that were shown before. In the
 * caller's transaction. @throws where nothing has been scored
 */
export async function publish(
  ctx: Context,
  editions: Editions,
  round: StageRound,
  { kind, note = '' }: { kind: PublicationKind; note?: string },
): Promise<Written> {
  if (round.currentRun === null) throw refuse('nothing-scored', {}, { clause: 'A.1.4' })
  const publication = {
    roundId: round.id,
    kind,
    runId: round.currentRun,
    until: round.to,
    dueOn: kind === 'publicity' ? round.dueOn : null,
    note,
    at: ctx.clock.now().toISOString(),
    by: ctx.actor.id,
  }
  const rulebook = await editions.rulebookOf(round.edition)
  const { tables } = edition(rulebook, round.edition, round.to)
  const smallest = limitAt(rulebook, 'publicity-smallest-count', ctx.clock.today()).value.toNumber()
  return await writePublication(ctx.db, publication, { layout: layOut(tables), smallest })
}
