import { words } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  optionalText,
  refuseRepeats,
  text,
} from '../../sheet-rows.ts'
import { refuse } from '../problems.ts'
import { type Body, bodiesAt, bodiesByUscc } from '../storage/bodies.ts'
import { readUscc } from './find-bodies.ts'
import { examineFounding, findSeats, refuseForeign, settleBodies } from './settle-bodies.ts'

const verb = 'organisations.record-bodies'
const kinds = ['department', 'association', 'residents-committee'] as const
const { department, association, 'residents-committee': residentsCommittee } = words.bodyKind

/** 主管部门、行业协会、社区居委会 by sheet: known by credit code, else by kind, place and name. */
export const bodySheet: SheetKind = {
  name: 'bodies',
  title: '部门、协会和居委会',
  titleEn: 'Departments, associations, residents committees',
  verb,
  columns: [
    {
      key: 'kind',
      header: '类别',
      headerEn: 'Kind',
      kind: 'choice',
      required: true,
      note: '物业服务企业、业委会另有模板',
      clause: '4.1.1',
      example: '社区居委会',
      choices: choicesOf({ department, association, 'residents-committee': residentsCommittee }),
    },
    {
      key: 'name',
      header: '机构名称',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '全称',
      example: '示例社区居民委员会（演示数据）',
    },
    {
      key: 'uscc',
      header: '统一社会信用代码',
      headerEn: 'Credit code',
      kind: 'code',
      required: false,
      note: '18位；没有可留空',
      example: '',
    },
    {
      key: 'place',
      header: '所在区划代码',
      headerEn: 'Place',
      kind: 'code',
      required: true,
      note: '12位；居委会填社区代码，部门和协会填其管辖的区划',
      example: '150203006012',
    },
    {
      key: 'validFrom',
      header: '成立日期',
      headerEn: 'From',
      kind: 'day',
      required: true,
      note: '不清楚的填建档日',
      example: '2020-01-01',
    },
  ],
  record: recordBodies,
}

export const recordBodiesAction = defineSheetAction(bodySheet)

async function recordBodies(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  const codes = new Map(
    rows.map((row) => [row, optionalText(row, 'uscc') ? readUscc(row, 'uscc') : undefined]),
  )
  const seats = await findSeats(ctx, rows, 'place', verb)
  for (const row of rows) {
    examineFounding(ctx, row)
    const seat = seats.get(row.row)
    if (text(row, 'kind') === 'residents-committee' && seat && seat.kind !== 'community')
      fault(row, 'place', refuse('community-place-needed', { name: seat.name }))
  }
  const byUscc = await bodiesByUscc(
    ctx.db,
    [...codes.values()].filter((code) => code !== undefined),
  )
  const here = await bodiesAt(
    ctx.db,
    [...seats.values()].map((seat) => seat.id),
    kinds,
  )
  const placeKey = (kind: string, placeId: string, name: string) =>
    // A community has one residents committee, whatever it is called this year.
    kind === 'residents-committee' ? `${kind} ${placeId}` : `${kind} ${placeId} ${name}`
  const known = new Map<string, Body>([
    ...here
      .filter((b) => b.uscc === null || b.kind === 'residents-committee')
      .map((b) => [placeKey(b.kind, b.placeId, b.name), b] as const),
    ...byUscc,
  ])
  const ownKey = (row: Examined) =>
    placeKey(text(row, 'kind'), seats.get(row.row)?.id ?? '', text(row, 'name'))
  const key = (row: Examined) => {
    const code = codes.get(row)
    return code !== undefined && (byUscc.has(code) || !known.has(ownKey(row))) ? code : ownKey(row)
  }
  await refuseForeign(ctx, rows, (row) => known.get(key(row)))
  refuseRepeats(rows, 'name', key)
  return settleBodies(ctx, rows, { key, known, codes, seats })
}
