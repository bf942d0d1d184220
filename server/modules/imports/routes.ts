import * as contract from '../../../contracts/imports/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { xlsxType } from '../../platform/spreadsheet/export-sheet.ts'
import type { SheetKind } from '../sheet-kind.ts'
import { confirmRun } from './actions/confirm.ts'
import { discardRun } from './actions/discard.ts'
import { uploadSheet } from './actions/upload.ts'
import { runExport } from './exports.ts'
import { badRows } from './queries/bad-rows.ts'
import { findings, openRows } from './queries/findings.ts'
import { outcomes } from './queries/outcomes.ts'
import { importRunById, importRuns } from './queries/runs.ts'
import { offeredKind, offeredKinds, templateOf } from './queries/templates.ts'
import type { ImportQueue } from './queue.ts'
import { kindOf } from './sheets/kinds.ts'
import { outcomesWorkbook } from './sheets/outcomes-workbook.ts'
import { templateWorkbook } from './sheets/template-workbook.ts'
import type { Incoming, Uploads } from './storage/uploads.ts'

interface Means {
  kinds: readonly SheetKind[]
  uploads: Uploads
  queue: ImportQueue
  demo: boolean
}

export const importRoutes = ({ kinds, uploads, queue, demo }: Means): Route[] => [
  route(contract.listTemplates, async ({ ctx }) => ({ rows: offeredKinds(ctx, kinds).map(templateOf) })),
  route(contract.getTemplate, async ({ params, ctx, raw }) => {
    const kind = offeredKind(ctx, kinds, params.kind)
    raw.send({ name: `${kind.title}导入模板.xlsx`, type: xlsxType, body: await templateWorkbook(kind) })
  }),
  route(contract.uploadSheet, async ({ query, ctx, raw, perform }) => {
    const kind = offeredKind(ctx, kinds, query.kind)
    const { name, stream } = await raw.upload()
    const id = await uploadSheet(ctx, uploads, { kind, name, stream: stream as Incoming, perform })
    queue.wake(ctx)
    return await importRunById(ctx, kinds, id)
  }),
  route(contract.listRuns, ({ query, ctx }) => importRuns(ctx, kinds, query)),
  runExport(kinds, demo),
  route(contract.getRun, ({ params, ctx }) => importRunById(ctx, kinds, params.id)),
  route(contract.listFindings, ({ params, query, ctx }) => findings(ctx, params.id, query)),
  route(contract.downloadBadRows, async ({ params, ctx, raw }) => {
    const { kind, fileName } = await openRows(ctx, params.id)
    const body = await badRows(ctx, kindOf(kinds, kind), kinds, params.id, uploads)
    raw.send({ name: `${fileName.replace(/\.\w+$/, '')}-需改正.xlsx`, type: xlsxType, body })
  }),
  route(contract.listOutcomes, ({ params, query, ctx }) => outcomes(ctx, params.id, query)),
  route(contract.exportOutcomes, async ({ params, query, ctx, raw }) => {
    const { fileName } = await openRows(ctx, params.id)
    const body = outcomesWorkbook(ctx, { run: params.id, only: query.outcome, demo })
    raw.send({ name: `${fileName.replace(/\.\w+$/, '')}-导入的记录.xlsx`, type: xlsxType, body })
  }),
  route(contract.confirmRun, async ({ params, body, ctx, perform }) => {
    await perform(confirmRun, { id: params.id, ...body })
    queue.wake(ctx)
    return await importRunById(ctx, kinds, params.id)
  }),
  route(contract.discardRun, async ({ params, ctx, perform }) => {
    await perform(discardRun, { id: params.id })
    return await importRunById(ctx, kinds, params.id)
  }),
]
