import { defineAction, perform } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { type Counts, recorded } from '../rules/tally.ts'
import { clearFindings, insertFindings } from '../storage/findings.ts'
import { clearOutcomes, insertOutcomes } from '../storage/outcomes.ts'
import { advance, endWork, getRun, type Run } from '../storage/runs.ts'
import { kindOf } from '../sheets/kinds.ts'
import { recordSheet } from './record-sheet.ts'
import { prepare, takeTurn, type Workshop } from './work.ts'

/** What was sound when it was checked is so no more; nothing was saved. */
export class NoLongerSound extends Error {}
/** Another process brought this import to its end. */
export class DoneElsewhere extends Error {}

/** Records a confirmed sheet: rows, receipt and one audit entry in one transaction, or none of them. */
export async function importRun(ctx: Context, id: string, shop: Workshop): Promise<void> {
  const run = await getRun(ctx.db, id)
  await perform(ctx, recordRun(ctx, run, shop), { run: id })
}

const recordRun = (outside: Context, run: Run, shop: Workshop) => {
  const { id } = run
  const kind = kindOf(shop.kinds, run.kind)
  return defineAction({
    verb: kind.verb,
    on: () => 'anywhere' as const,
    async run(ctx, _input: { run: string }) {
      await takeTurn(ctx.db, id, shop)
      if (!(await advance(outside.db, id, ['waiting-import', 'importing'], 'importing')))
        throw new DoneElsewhere()
      const work = await prepare(outside.db, id, ctx, shop)
      await clearFindings(ctx.db, id)
      await clearOutcomes(ctx.db, id)
      const result = await recordSheet(ctx, {
        ...work,
        found: (findings) => insertFindings(ctx.db, ctx.keys, id, findings),
        telling: {
          before: outside,
          most: Number.POSITIVE_INFINITY,
          cells: false,
          save: (outcomes) => insertOutcomes(ctx.db, ctx.keys, id, outcomes),
        },
      })
      const { counts, hashes } = result
      const bad = counts.refused + counts.perhapsSame
      if ((bad > 0 && !run.skipBad) || recorded(counts) === 0) throw new NoLongerSound()
      await endWork(ctx.db, id, { state: 'imported', at: ctx.clock.now().toISOString(), ...result })
      const detail = { run: id, file: run.fileName, fileHash: run.fileHash, ...counts, hashes }
      const summary = `导入${kind.title} ${recorded(counts)} 条（${inWords(counts)}），来自“${run.fileName}”`
      return { answer: counts, audit: { resource: `sheet.${kind.name}`, id, summary, detail } }
    },
  })
}

const inWords = ({ created, changed, unchanged }: Counts) =>
  `新增 ${created}、更新 ${changed}、未变 ${unchanged}`
