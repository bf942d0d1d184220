import { words } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { choicesOf, examined, refuseRepeats } from '../../sheet-rows.ts'
import { bodiesByUscc } from '../storage/bodies.ts'
import { readUscc } from './find-bodies.ts'
import { examineFounding, findSeats, refuseForeign, settleBodies } from './settle-bodies.ts'

const verb = 'organisations.record-bodies'
const { enterprise, 'other-manager': otherManager } = words.bodyKind

/** 物业服务企业和其他管理人 by sheet, known by their unified social credit code. */
export const enterpriseSheet: SheetKind = {
  name: 'enterprises',
  title: '物业服务企业',
  titleEn: 'Enterprises',
  verb,
  columns: [
    {
      key: 'uscc',
      header: '统一社会信用代码',
      headerEn: 'Credit code',
      kind: 'code',
      required: true,
      note: '18位，按营业执照填写；校验位不符的会指出原因',
      example: '91150203MA0EXAMPL7',
    },
    {
      key: 'name',
      header: '企业名称',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '营业执照上的全称',
      example: '示例物业服务有限公司（演示数据）',
    },
    {
      key: 'kind',
      header: '类别',
      headerEn: 'Kind',
      kind: 'choice',
      required: true,
      note: '其他管理人只填清单，不参加表A.2评价',
      clause: '4.5.5',
      example: '物业服务企业',
      choices: choicesOf({ enterprise, 'other-manager': otherManager }),
    },
    {
      key: 'seat',
      header: '注册地区划代码',
      headerEn: 'Seat',
      kind: 'code',
      required: true,
      note: '12位统计用区划代码，填到旗县区、街道或社区均可',
      example: '150203000000',
    },
    {
      key: 'validFrom',
      header: '成立日期',
      headerEn: 'Founded on',
      kind: 'day',
      required: true,
      note: '营业执照上的成立日期',
      example: '2015-06-01',
    },
  ],
  record: recordEnterprises,
}

export const recordEnterprisesAction = defineSheetAction(enterpriseSheet)

async function recordEnterprises(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  const codes = new Map(rows.map((row) => [row, readUscc(row, 'uscc') ?? '']))
  for (const row of rows) examineFounding(ctx, row)
  const seats = await findSeats(ctx, rows, 'seat', verb)
  const known = await bodiesByUscc(ctx.db, [...codes.values()])
  await refuseForeign(ctx, rows, (row) => known.get(codes.get(row) ?? ''))
  refuseRepeats(rows, 'uscc', (row) => codes.get(row) ?? '')
  return settleBodies(ctx, rows, { key: (row) => codes.get(row) ?? '', known, codes, seats })
}
