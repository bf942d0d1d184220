import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { parseArea } from '../../../values/area.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { words } from '../../../../contracts/organisations/words.ts'
import { place } from '../policy.ts'
import { firstDay, refuse } from '../problems.ts'
import { implausible } from '../rules/compound-figures.ts'
import {
  type CompoundProfile,
  compoundsNamed,
  insertCompounds,
  type KnownCompound,
  likeCompounds,
  updateCompounds,
} from '../storage/compounds.ts'
import { type Place, placesByCode } from '../storage/places.ts'
import { examinePast } from './examine-days.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  integer,
  optionalText,
  refusedRow,
  sound,
  text,
  yes,
} from '../../sheet-rows.ts'

const verb = 'organisations.record-compounds'

/** 小区档案 by sheet. A compound is known by its code, or by its community and exact name; never by a name alone. */
export const compoundSheet: SheetKind = {
  name: 'compounds',
  title: '小区档案',
  titleEn: 'Compounds',
  verb,
  columns: [
    {
      key: 'community',
      header: '所属社区代码',
      headerEn: 'Community code',
      kind: 'code',
      required: true,
      note: '12位统计用区划代码；社区须已导入',
      example: '150203006012',
    },
    {
      key: 'name',
      header: '小区名称',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '同一社区内不得重名；不同社区可以同名',
      example: '示例花园（演示数据）',
    },
    {
      key: 'code',
      header: '小区代码',
      headerEn: 'Code',
      kind: 'code',
      required: false,
      note: '社区代码-四位序号；留空由系统编号',
      example: '',
    },
    {
      key: 'type',
      header: '小区类型',
      headerEn: 'Type',
      kind: 'choice',
      required: true,
      note: '决定按表A.1哪一类“环境美好”赋分',
      clause: 'A.2.4',
      example: '既有民用建筑',
      choices: choicesOf(words.compoundType),
    },
    {
      key: 'managementMode',
      header: '管理方式',
      headerEn: 'Management mode',
      kind: 'choice',
      required: true,
      note: '业主自管、社区代管的小区不参加表A.1评价',
      clause: '3.2',
      example: '物业服务企业',
      choices: choicesOf(words.managementMode),
    },
    {
      key: 'households',
      header: '户数',
      headerEn: 'Households',
      kind: 'integer',
      required: true,
      note: '规划户数',
      example: '658',
    },
    {
      key: 'buildings',
      header: '楼栋数',
      headerEn: 'Buildings',
      kind: 'integer',
      required: true,
      note: '住宅楼栋数',
      example: '12',
    },
    {
      key: 'area',
      header: '建筑面积（平方米）',
      headerEn: 'Built area (m²)',
      kind: 'decimal',
      required: true,
      note: '最多两位小数',
      example: '65800.00',
    },
    {
      key: 'enclosure',
      header: '封闭情况',
      headerEn: 'Enclosure',
      kind: 'choice',
      required: true,
      note: '表A.1 老旧小区“封闭或半封闭管理”依据',
      clause: 'A.2',
      example: '封闭',
      choices: choicesOf(words.enclosure),
    },
    {
      key: 'renovatedOn',
      header: '改造完成日期',
      headerEn: 'Renovated on',
      kind: 'day',
      required: false,
      note: '老旧小区改造竣工日期；未改造留空',
      example: '',
    },
    {
      key: 'committeeImpossible',
      header: '暂不能成立业委会的原因',
      headerEn: 'Why no committee yet',
      kind: 'text',
      required: false,
      note: '如“入住率不足法定条件”；填写后相关指标按不适用处理',
      clause: 'A.1.4',
      example: '',
    },
    {
      key: 'validFrom',
      header: '建档起始日',
      headerEn: 'On record from',
      kind: 'day',
      required: true,
      note: '该小区自哪一天起纳入管理',
      example: '2020-01-01',
    },
    {
      key: 'distinct',
      header: '确认是新小区',
      headerEn: 'Confirmed as distinct',
      kind: 'yes-no',
      required: false,
      note: '系统提示与已有小区相似时，核实后填“是”',
      example: '',
    },
  ],
  identity: ['community', 'name'],
  record: recordCompounds,
}

export const recordCompoundsAction = defineSheetAction(compoundSheet)

interface Candidate extends Examined {
  parent?: Place
  profile?: CompoundProfile
}

async function recordCompounds(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const candidates: Candidate[] = sheet.map(examined)
  await findParents(ctx, candidates)
  for (const row of candidates) {
    examineProfile(row)
    examinePast(ctx, row, 'validFrom')
  }
  refuseRepeats(candidates)
  const known = await compoundsNamed(ctx.db, candidates.flatMap(named))
  const byKey = new Map(known.flatMap((k) => [[k.code, k] as const, [`${k.parentId} ${k.name}`, k] as const]))
  for (const row of candidates) examineCode(row, byKey)
  const fresh = candidates.filter((row) => sound(row) && !match(byKey, row))
  const alike = await likeCompounds(
    ctx.db,
    fresh.map((row) => ({ row: row.row, parentId: row.parent?.id ?? '', name: text(row, 'name') })),
  )
  const made = fresh.filter((row) => yes(row, 'distinct') || !alike.has(row.row))
  const ids = await insertCompounds(
    ctx.db,
    made.map((row) => ({
      parent: row.parent as Place,
      name: text(row, 'name'),
      code: optionalText(row, 'code'),
      validFrom: text(row, 'validFrom'),
      profile: row.profile as CompoundProfile,
    })),
  )
  const created = new Map(made.map((row, i) => [row.row, ids[i] as string]))
  const changed = await updateCompounds(
    ctx.db,
    candidates.flatMap((row) => {
      const same = sound(row) ? match(byKey, row) : undefined
      return same ? [{ known: same, profile: row.profile as CompoundProfile }] : []
    }),
  )
  return candidates.map((row): RowResult => {
    if (!sound(row)) return refusedRow(row)
    const id = created.get(row.row)
    if (id) return { row: row.row, outcome: 'created', id }
    const same = match(byKey, row)
    if (same) return { row: row.row, outcome: changed.has(same.id) ? 'changed' : 'unchanged', id: same.id }
    return { row: row.row, outcome: 'perhaps-same', candidates: alike.get(row.row) ?? [] }
  })
}

const named = (row: Candidate) =>
  row.parent ? [{ parentId: row.parent.id, name: text(row, 'name'), code: optionalText(row, 'code') }] : []
const match = (byKey: Map<string, KnownCompound>, row: Candidate) =>
  byKey.get(optionalText(row, 'code') ?? `${row.parent?.id} ${text(row, 'name')}`)

async function findParents(ctx: Context, candidates: Candidate[]) {
  const communities = await placesByCode(
    ctx.db,
    candidates.map((row) => text(row, 'community')),
  )
  const reached = await permitted(
    ctx,
    verb,
    place,
    [...communities.values()].map((c) => c.id),
  )
  for (const row of candidates) {
    const code = text(row, 'community')
    const parent = communities.get(code)
    if (!parent) fault(row, 'community', refuse('place-unknown', { code }))
    else if (parent.kind !== 'community')
      fault(
        row,
        'community',
        refuse('parent-kind', { kind: '小区', expected: words.placeKind.community, name: parent.name }),
      )
    else if (!reached.has(parent.id))
      fault(row, 'community', refuse('place-out-of-reach', { name: parent.name }))
    else row.parent = parent
  }
}

function examineProfile(row: Candidate) {
  const area = parseArea(text(row, 'area'))
  if (!area.ok) return fault(row, 'area', refuse('area-unreadable', { area: text(row, 'area') }))
  if (text(row, 'validFrom') < firstDay)
    fault(row, 'validFrom', refuse('before-record', { day: text(row, 'validFrom'), first: firstDay }))
  for (const refusal of implausible({ households: integer(row, 'households'), areaCenti: area.value }))
    fault(row, refusal.where.field ?? '', refusal)
  if (integer(row, 'buildings') < 1) fault(row, 'buildings', refuse('buildings-absurd'))
  row.profile = {
    type: text(row, 'type') as CompoundProfile['type'],
    managementMode: text(row, 'managementMode') as CompoundProfile['managementMode'],
    households: integer(row, 'households'),
    buildings: integer(row, 'buildings'),
    areaCenti: area.value,
    enclosure: text(row, 'enclosure') as CompoundProfile['enclosure'],
    renovatedOn: optionalText(row, 'renovatedOn'),
    committeeImpossibleReason: optionalText(row, 'committeeImpossible'),
  }
}

const codeShape = /^\d{12}-\d{4}$/

/** A code names one compound in the whole city, whatever community and name the row gives it. */
function examineCode(row: Candidate, byKey: Map<string, KnownCompound>) {
  const code = optionalText(row, 'code')
  if (code === null) return
  if (!codeShape.test(code)) fault(row, 'code', refuse('compound-code-shape', { code }))
  const same = byKey.get(code)
  if (same && (same.parentId !== row.parent?.id || same.name !== text(row, 'name')))
    fault(row, 'code', refuse('code-taken', { code, name: same.name }))
}

function refuseRepeats(candidates: Candidate[]) {
  const first = new Map<string, number>()
  for (const row of candidates) {
    const code = optionalText(row, 'code')
    const keys = [`${text(row, 'community')} ${text(row, 'name')}`, ...(code ? [code] : [])]
    const earlier = keys.map((key) => first.get(key)).find((found) => found !== undefined)
    if (earlier !== undefined) fault(row, 'name', refuse('twice-in-sheet', { row: earlier }))
    for (const key of keys) if (!first.has(key)) first.set(key, row.row)
  }
}
