import { type RunState, runStateNames } from '../../../../contracts/imports/words.ts'
import { defineAction } from '../../../access/action.ts'
import { run } from '../policy.ts'
import { refuse } from '../problems.ts'
import { endWork, getRun } from '../storage/runs.ts'

const discardable: readonly RunState[] = [
  'waiting-check',
  'checked',
  'unreadable',
  'waiting-import',
  'interrupted',
  'discarded',
]

/** Gives an import up before it is recorded. */
export const discardRun = defineAction({
  verb: 'imports.confirm',
  on: (input: { id: string }) => ({ resource: run, id: input.id }),
  async run(ctx, { id }) {
    const held = await getRun(ctx.db, id)
    if (!discardable.includes(held.state))
      throw refuse('not-to-discard', { state: runStateNames[held.state].zh })
    await endWork(ctx.db, id, { state: 'discarded', at: ctx.clock.now().toISOString() })
    return { answer: { id }, audit: { resource: run.name, id, summary: `放弃导入“${held.fileName}”` } }
  },
})
