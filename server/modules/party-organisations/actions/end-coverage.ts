import { defineAction } from '../../../access/action.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { addDays } from '../../../values/days.ts'
import { coverage } from '../policy.ts'
import { refuse } from '../problems.ts'
import { coverageById, updateCoverage } from '../storage/coverage.ts'

interface Ending {
  id: string
  lastDay: string
  version: number
}

/** The last day of a coverage or posting. A host's own ends with its organisation only. */
export const endCoverage = defineAction({
  verb: 'party-organisations.end-coverage',
  on: ({ id }: Ending) => ({ resource: coverage, id }),
  async run(ctx, { id, lastDay, version }) {
    const known = await coverageById(ctx.db, id)
    if (known.version !== version) throw refusePlatform('changed-meanwhile')
    if (known.ofHost) throw refuse('host-coverage')
    if (lastDay < known.from) throw refuse('ended-before-founded', { day: known.from }, { field: 'lastDay' })
    await updateCoverage(ctx.db, [{ id, to: addDays(lastDay, 1) }])
    const detail = { before: known.to, lastDay }
    return {
      answer: { version: version + 1 },
      audit: { resource: coverage.name, id, summary: `党的工作覆盖结束于 ${lastDay}`, detail },
    }
  },
})
