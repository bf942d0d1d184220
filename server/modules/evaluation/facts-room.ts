import type { Editions } from '../../rulebook/load.ts'
import type { StageRoom, WorkDone } from '../stage-room.ts'
import { gatheredFacts } from './queries/gathered-facts.ts'

/** Facts that come from records, surveys and other systems; grades and self-reports have stages of their own. */
const gathered = new Set(['computed', 'imported', 'surveyed'])

/** 数据归集: rows of the last pass whose fact should have come from somewhere and has not. */
export const factsRoom = (editions: Editions): StageRoom => ({
  stage: 'facts',
  link: (roundId) => `/evaluation/rounds/${roundId}/scores?kind=compound&state=incomplete`,
  async progress(ctx, round, subjects): Promise<WorkDone[]> {
    const rulebook = await editions.rulebookOf(round.edition)
    const all = Object.values(rulebook.rows[round.edition] ?? {}).flat()
    const awaited = all.filter((row) => gathered.has(rulebook.facts[row.fact ?? '']?.provenance ?? ''))
    const indicators = awaited.map((row) => row.id)
    return await gatheredFacts(ctx.db, round.currentRun, subjects, indicators)
  },
})
