import { type StaffKind, words } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  integer,
  refuseRepeats,
  settle,
  text,
} from '../../sheet-rows.ts'
import { refuse } from '../problems.ts'
import { saveStaffing, type Staffing, staffingKey, staffingOf } from '../storage/staffing.ts'
import { examinePast, examineTerm } from './examine-days.ts'
import { findCompounds } from './find-compounds.ts'

const verb = 'organisations.record-staffing'

/** 专职人员配备 by sheet: one row for each compound, kind of post and day of counting. */
export const staffSheet: SheetKind = {
  name: 'staff',
  title: '专职人员配备',
  titleEn: 'Staffing',
  verb,
  columns: [
    {
      key: 'compound',
      header: '小区代码',
      headerEn: 'Compound',
      kind: 'code',
      required: true,
      note: '小区须已建档',
      example: '150203006012-0001',
    },
    {
      key: 'kind',
      header: '岗位类别',
      headerEn: 'Kind of post',
      kind: 'choice',
      required: true,
      note: '按合同约定的岗位',
      clause: '6.1.6',
      example: '秩序维护',
      choices: choicesOf(words.staffKind),
    },
    {
      key: 'contracted',
      header: '合同应配人数',
      headerEn: 'Due by contract',
      kind: 'integer',
      required: true,
      note: '物业服务合同约定的人数；不再要求该岗位时填 0',
      example: '6',
    },
    {
      key: 'actual',
      header: '实际在岗人数',
      headerEn: 'In post',
      kind: 'integer',
      required: true,
      note: '统计日在岗人数；超过应配的部分不另计分',
      clause: '6.1.6',
      example: '6',
    },
    {
      key: 'asOf',
      header: '统计日',
      headerEn: 'As of',
      kind: 'day',
      required: true,
      note: '评价取期末或之前最近一次的数',
      example: '2026-09-30',
    },
  ],
  record: recordStaffing,
}

export const recordStaffingAction = defineSheetAction(staffSheet)

type Counts = Pick<Staffing, 'contracted' | 'actual'>

async function recordStaffing(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  for (const row of rows) {
    examineTerm(row, 'asOf', '')
    examinePast(ctx, row, 'asOf')
    for (const column of ['contracted', 'actual'] as const) {
      const count = integer(row, column)
      if (count < 0 || count > 9999) fault(row, column, refuse('staff-absurd', { count }))
    }
  }
  const compounds = await findCompounds(ctx, rows, 'compound', verb)
  const compoundId = (row: Examined) => compounds.get(row.row)?.id ?? ''
  const kept = await staffingOf(
    ctx.db,
    [...compounds.values()].map((c) => c.id),
  )
  const identity = (row: Examined) => ({
    compoundId: compoundId(row),
    kind: text(row, 'kind') as StaffKind,
    asOf: text(row, 'asOf'),
  })
  const key = (row: Examined) => staffingKey(identity(row))
  refuseRepeats(rows, 'kind', key)
  const save = (counts: { row: Examined; fields: Counts }[]) =>
    saveStaffing(
      ctx.db,
      counts.map(({ row, fields }) => ({ ...identity(row), ...fields })),
    )
  return settle<Examined, Counts>(rows, {
    key,
    // A count is part of its compound's record, so that is what a result points at.
    known: new Map(
      kept.map((one) => [
        staffingKey(one),
        { id: one.compoundId, contracted: one.contracted, actual: one.actual },
      ]),
    ),
    fields: (row) => ({ contracted: integer(row, 'contracted'), actual: integer(row, 'actual') }),
    insert: async (fresh) => {
      await save(fresh)
      return fresh.map(({ row }) => compoundId(row))
    },
    update: save,
  })
}
