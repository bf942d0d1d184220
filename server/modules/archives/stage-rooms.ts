import type { DomainEvent } from '../../access/tell.ts'
import type { Editions } from '../../rulebook/load.ts'
import type { StageRoom } from '../stage-room.ts'
import { drawArchive, readResults } from './draw-archive.ts'
import { issuePapers } from './issue-papers.ts'
import { resultData } from './rules/result-events.ts'
import { namedSubjects } from './storage/archives.ts'

/** 公示: other systems hear that the results lie open, and by which hash they can be checked. */
export const openedRoom = (editions: Editions): StageRoom => ({
  stage: 'publicity',
  async enter(ctx, round) {
    const { results, resultsSha256 } = await readResults(ctx, editions, round.id)
    const { id: roundId, year, edition, dueOn } = round
    const data = {
      roundId,
      year,
      edition,
      from: ctx.clock.today(),
      to: dueOn,
      results: results.length,
      hash: resultsSha256,
    }
    return { events: [{ name: 'evaluation.round-published', data }] }
  },
})

/** 结果确定: the result is frozen whole, every subject gets its notice, and other systems hear of each result. */
export const finalRoom = (editions: Editions): StageRoom => ({
  stage: 'final',
  link: (roundId) => `/archives/${roundId}`,
  async enter(ctx, round) {
    const { id: archiveId, results } = await drawArchive(ctx, editions, round, { kind: 'final' })
    const issued = { archiveId, roundId: round.id, kind: 'notice' } as const
    await issuePapers(
      ctx,
      issued,
      results.map(({ subjectId }) => subjectId),
    )
    const stated = new Map(results.map((one) => [one.subjectId, one]))
    const events = (await namedSubjects(ctx.db, round.id)).flatMap((subject): DomainEvent[] => {
      const result = stated.get(subject.id)
      return result ? [{ name: 'evaluation.result-final', data: resultData(round, subject, result) }] : []
    })
    return { events }
  },
})
