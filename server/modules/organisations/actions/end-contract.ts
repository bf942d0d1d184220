import { defineAction } from '../../../access/action.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { addDays } from '../../../values/days.ts'
import { contract } from '../policy.ts'
import { refuse } from '../problems.ts'
import { contractById, updateContracts } from '../storage/contracts.ts'

interface Ending {
  id: string
  lastDay: string
  reason: string
  version: number
}

/** A contract that ends earlier than agreed, or at last gets its end (C36: months in service follow it). */
export const endContract = defineAction({
  verb: 'organisations.end-contract',
  on: ({ id }: Ending) => ({ resource: contract, id }),
  async run(ctx, { id, lastDay, reason, version }) {
    const known = await contractById(ctx.db, id)
    if (known.version !== version) throw refusePlatform('changed-meanwhile')
    const to = addDays(lastDay, 1)
    if (lastDay < known.from || (known.to !== null && to > known.to))
      throw refuse('contract-over', { from: known.from }, { field: 'lastDay' })
    await updateContracts(ctx.db, [{ id, number: known.number, to }])
    const detail = { before: known.to, after: to, reason }
    return {
      answer: { version: version + 1 },
      audit: { resource: contract.name, id, summary: `合同 ${known.number} 终止于 ${lastDay}`, detail },
    }
  },
})
