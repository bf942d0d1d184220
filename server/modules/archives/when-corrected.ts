import { starsOf } from '../../../contracts/publicity/words.ts'
import type { Context } from '../../access/context.ts'
import type { DomainEvent, Told } from '../../access/tell.ts'
import type { Editions } from '../../rulebook/load.ts'
import type { WhenCorrected } from '../correction.ts'
import { drawArchive } from './draw-archive.ts'
import { issuePapers } from './issue-papers.ts'
import { refuse } from './problems.ts'
import { type Difference, differing, replacedData, resultData } from './rules/result-events.ts'
import { archivesOf, namedSubjects, resultsOf } from './storage/archives.ts'
import { replacePapers } from './storage/certificates.ts'

/**
 * 更正: another version of the archive beside the first; papers whose words are no longer true hold no longer, and new
 * ones are issued in their place. In the transaction that amended the scores and published them again.
 */
export const whenCorrected =
  (editions: Editions): WhenCorrected =>
  async (ctx, round, reason): Promise<Told> => {
    const [latest] = await archivesOf(ctx.db, round.id)
    if (!latest) throw refuse('not-frozen')
    const before = await resultsOf(ctx.db, latest.id)
    const drawn = await drawArchive(ctx, editions, round, { kind: 'correction', reason })
    const changed = differing(before, drawn.results)
    await renewPapers(ctx, { archiveId: drawn.id, roundId: round.id }, changed)
    const after = new Map(changed.map((one) => [one.after.subjectId, one]))
    const events = (await namedSubjects(ctx.db, round.id)).flatMap((subject): DomainEvent[] => {
      const one = after.get(subject.id)
      if (!one) return []
      // Without the reason: it is written freely and may tell of what is withheld; the archive keeps it.
      const data = { ...resultData(round, subject, one.after), replaces: replacedData(one.before) }
      return [{ name: 'evaluation.result-corrected', data }]
    })
    return { events }
  }

async function renewPapers(
  ctx: Context,
  from: { archiveId: string; roundId: string },
  changed: readonly Difference[],
): Promise<void> {
  const at = ctx.clock.now().toISOString()
  const ids = (some: readonly Difference[]) => some.map(({ after }) => after.subjectId)
  // A notice states points and rank, a star certificate the band alone.
  const noticed = changed.filter(
    ({ before, after }) =>
      before.totalExact !== after.totalExact || before.band !== after.band || before.rank !== after.rank,
  )
  const starred = changed.filter(({ before, after }) => before.band !== after.band)
  await replacePapers(ctx.db, 'notice', ids(noticed), at)
  await issuePapers(ctx, { ...from, kind: 'notice' }, ids(noticed))
  const lost = new Set(await replacePapers(ctx.db, 'star', ids(starred), at))
  const renewed = starred.filter(({ after }) => lost.has(after.subjectId) && starsOf(after.band) > 0)
  await issuePapers(ctx, { ...from, kind: 'star' }, ids(renewed))
}
