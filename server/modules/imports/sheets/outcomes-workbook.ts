import type { Readable } from 'node:stream'
import type { Outcome } from '../../../../contracts/imports/staff.ts'
import type { Context } from '../../../access/context.ts'
import { demoFooter, exportSheet } from '../../../platform/spreadsheet/export-sheet.ts'
import { outcomesOf } from '../storage/outcomes.ts'

const words: Record<Outcome['outcome'], string> = { created: '新增', changed: '修改' }
/** How many rows are drawn with one query. */
const pageSize = 500

/** All records of an import with their codes, and what changed in them; drawn as the reader takes them. */
export const outcomesWorkbook = (
  ctx: Context,
  { run, only, demo }: { run: string; only?: Outcome['outcome'] | undefined; demo: boolean },
): Readable =>
  exportSheet<Outcome>({
    title: '导入的记录',
    columns: [
      { header: '行', kind: 'integer', value: ({ row }) => row, width: 8 },
      { header: '结果', value: ({ outcome }) => words[outcome], width: 8 },
      { header: '代码或编号', value: ({ code }) => code, width: 24 },
      { header: '名称', value: ({ name }) => name, width: 40 },
      { header: '修改的内容', value: changesOf, width: 60 },
    ],
    rows: allOf(ctx, run, only),
    ...(demo ? { footer: demoFooter } : {}),
  })

/** 户数：480 → 500, one a line. */
const changesOf = ({ cells, compared }: Outcome): string =>
  cells
    .map(({ header, before, after }) =>
      compared
        ? `${header}：${before ?? '（空）'} → ${after ?? '（空）'}`
        : `${header}：${after ?? '（空）'}`,
    )
    .join('\n')

async function* allOf(
  ctx: Context,
  run: string,
  only: Outcome['outcome'] | undefined,
): AsyncGenerator<Outcome> {
  for (let after = 0; ; ) {
    const page = await outcomesOf(ctx.db, ctx.keys, run, {
      after,
      limit: pageSize,
      ...(only ? { outcome: only } : {}),
    })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.row
  }
}
