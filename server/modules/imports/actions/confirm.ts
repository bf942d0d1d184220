import { type Decision, type RunState, runStateNames } from '../../../../contracts/imports/words.ts'
import { defineAction } from '../../../access/action.ts'
import { run } from '../policy.ts'
import { refuse } from '../problems.ts'
import { recorded } from '../rules/tally.ts'
import { rowsToDecide } from '../storage/findings.ts'
import { getRun, queueImport } from '../storage/runs.ts'

export interface Confirmation {
  id: string
  skipBad: boolean
  decisions: Record<string, Decision>
}

const confirmable: readonly RunState[] = ['checked', 'interrupted']
const underWay: readonly RunState[] = ['waiting-import', 'importing', 'imported']
/** As many row numbers as a sentence can name. */
const named = 10

/** Puts a checked import in the queue to be recorded. Confirmed twice it is still one import: the row is locked and its state asked. */
export const confirmRun = defineAction({
  verb: 'imports.confirm',
  on: (input: Confirmation) => ({ resource: run, id: input.id }),
  async run(ctx, { id, skipBad, decisions }) {
    const held = await getRun(ctx.db, id)
    if (underWay.includes(held.state))
      return { answer: { id }, audit: auditOf(id, `再次确认导入“${held.fileName}”，未重复导入`) }
    if (!confirmable.includes(held.state))
      throw refuse('not-checked', { state: runStateNames[held.state].zh })
    const undecided = (await rowsToDecide(ctx.db, id)).filter((row) => !decisions[row])
    if (held.counts.refused > 0 && !skipBad) throw refuse('bad-rows', { count: held.counts.refused })
    if (undecided.length > 0 && !skipBad)
      throw refuse('undecided', {
        count: undecided.length,
        rows: `${undecided.slice(0, named).join('、')}${undecided.length > named ? '…' : ''}`,
      })
    const distinct = Object.values(decisions).filter((decision) => decision === 'distinct').length
    if (recorded(held.counts) + distinct === 0) throw refuse('nothing-sound')
    await queueImport(ctx.db, id, ctx.clock.now().toISOString(), { skipBad, decisions })
    const how = skipBad ? '只导入正确的行' : '全部导入'
    return {
      answer: { id },
      audit: auditOf(id, `确认导入“${held.fileName}”（${how}）`, { skipBad, decisions }),
    }
  },
})

const auditOf = (id: string, summary: string, detail = {}) => ({ resource: run.name, id, summary, detail })
