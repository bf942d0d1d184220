import { type PlaceKind, wordOf, words } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { parseDivisionCode } from '../../../values/division-code.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { place } from '../policy.ts'
import { firstDay, refuse } from '../problems.ts'
import { changePlace, insertPlaces, type NewPlace, type Place, placesByCode } from '../storage/places.ts'
import { examinePast } from './examine-days.ts'
import { type Examined, examined, fault, refusedRow, sound, text, yes } from '../../sheet-rows.ts'

const verb = 'organisations.change-divisions'
const kinds = ['district', 'street', 'community'] as const
const parentKind: Record<(typeof kinds)[number], PlaceKind> = {
  district: 'city',
  street: 'district',
  community: 'street',
}

/** 行政区划 by sheet: districts (旗县区和功能区), streets and communities by their official codes. */
export const placeSheet: SheetKind = {
  name: 'places',
  title: '行政区划',
  titleEn: 'Places',
  verb,
  columns: [
    {
      key: 'code',
      header: '区划代码',
      headerEn: 'Code',
      kind: 'code',
      required: true,
      note: '12位统计用区划代码',
      example: '150203006012',
    },
    {
      key: 'name',
      header: '名称',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '官方全称',
      example: '示例社区居委会（演示数据）',
    },
    {
      key: 'kind',
      header: '级别',
      headerEn: 'Level',
      kind: 'choice',
      required: true,
      note: '功能区按旗县区填写',
      clause: '4.2',
      example: '社区（村）',
      choices: kinds.map((value) => ({ value, label: words.placeKind[value] })),
    },
    {
      key: 'parent',
      header: '上级区划代码',
      headerEn: 'Upper code',
      kind: 'code',
      required: true,
      note: '12位；旗县区的上级是市',
      example: '150203006000',
    },
    {
      key: 'inBuiltUpArea',
      header: '是否在建成区',
      headerEn: 'In built-up area',
      kind: 'yes-no',
      required: true,
      note: '标准只适用于城市建成区',
      clause: '1',
      example: '是',
    },
    {
      key: 'validFrom',
      header: '起始日',
      headerEn: 'From',
      kind: 'day',
      required: true,
      note: '该区划自哪一天起有效；改名、改隶属时填变更日',
      example: '2020-01-01',
    },
  ],
  stages: { count: kinds.length, of: (row) => kinds.findIndex((kind) => kind === text(row, 'kind')) },
  identity: ['code'],
  record: recordPlaces,
}

export const recordPlacesAction = defineSheetAction(placeSheet)

async function recordPlaces(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const results: RowResult[] = []
  // Upper levels first, so that a sheet may bring a whole tree.
  for (const kind of kinds) {
    const level = sheet.filter((row) => text(row, 'kind') === kind)
    if (level.length > 0) results.push(...(await recordLevel(ctx, kind, level)))
  }
  return results.sort((a, b) => a.row - b.row)
}

async function recordLevel(
  ctx: Context,
  kind: (typeof kinds)[number],
  sheet: SheetRow[],
): Promise<RowResult[]> {
  const level = sheet.map(examined)
  const known = await placesByCode(
    ctx.db,
    level.flatMap((row) => [text(row, 'code'), text(row, 'parent')]),
  )
  const parents = [...known.values()].filter((p) => p.kind === parentKind[kind])
  const reached = await permitted(
    ctx,
    verb,
    place,
    parents.map((p) => p.id),
  )
  for (const row of level) {
    examine(row, kind, known, reached)
    examinePast(ctx, row, 'validFrom')
  }
  const next = (row: Examined) => ({
    code: text(row, 'code'),
    name: text(row, 'name'),
    parentId: known.get(text(row, 'parent'))?.id ?? null,
    inBuiltUpArea: yes(row, 'inBuiltUpArea'),
  })
  const fresh = level.filter((row) => sound(row) && !known.has(text(row, 'code')))
  const ids = await insertPlaces(
    ctx.db,
    fresh.map((row): NewPlace => ({ kind, validFrom: text(row, 'validFrom'), ...next(row) })),
  )
  const created = new Map(fresh.map((row, i) => [row.row, ids[i] as string]))
  const results: RowResult[] = []
  for (const row of level) {
    const same = known.get(text(row, 'code'))
    const id = created.get(row.row)
    if (!sound(row)) results.push(refusedRow(row))
    else if (id) results.push({ row: row.row, outcome: 'created', id })
    else if (same)
      results.push({
        row: row.row,
        outcome: await renew(ctx, same, next(row), text(row, 'validFrom')),
        id: same.id,
      })
  }
  return results
}

async function renew(
  ctx: Context,
  same: Place,
  next: Pick<Place, 'code' | 'name' | 'parentId' | 'inBuiltUpArea'>,
  on: string,
) {
  const differs =
    same.name !== next.name || same.parentId !== next.parentId || same.inBuiltUpArea !== next.inBuiltUpArea
  if (differs) await changePlace(ctx.db, same, next, on)
  return differs ? ('changed' as const) : ('unchanged' as const)
}

function examine(
  row: Examined,
  kind: (typeof kinds)[number],
  known: Map<string, Place>,
  reached: Set<string>,
) {
  const code = text(row, 'code')
  const parsed = parseDivisionCode(code)
  if (code.length !== 12 || !parsed.ok || parsed.value.level !== kind)
    fault(row, 'code', refuse('code-shape', { code }))
  if (text(row, 'validFrom') < firstDay)
    fault(row, 'validFrom', refuse('before-record', { day: text(row, 'validFrom'), first: firstDay }))
  const upper = text(row, 'parent')
  const parent = known.get(upper)
  const expected = parentKind[kind]
  if (!parent) fault(row, 'parent', refuse('place-unknown', { code: upper }))
  else if (parent.kind !== expected)
    fault(
      row,
      'parent',
      refuse('parent-kind', {
        kind: wordOf('placeKind', kind),
        expected: wordOf('placeKind', expected),
        name: parent.name,
      }),
    )
  else if (!reached.has(parent.id)) fault(row, 'parent', refuse('place-out-of-reach', { name: parent.name }))
  const same = known.get(code)
  if (same && text(row, 'validFrom') < same.since && changes(row, same, parent))
    fault(row, 'validFrom', refuse('before-state', { name: same.name, day: same.since }))
}

const changes = (row: Examined, same: Place, parent: Place | undefined) =>
  same.name !== text(row, 'name') ||
  same.parentId !== parent?.id ||
  same.inBuiltUpArea !== yes(row, 'inBuiltUpArea')
