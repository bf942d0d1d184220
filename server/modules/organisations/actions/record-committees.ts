import { wordOf, words } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import {
  choicesOf,
  type Examined,
  examined,
  fault,
  integer,
  optionalText,
  refuseRepeats,
  settle,
  sound,
  text,
  yes,
} from '../../sheet-rows.ts'
import { refuse } from '../problems.ts'
import { electionClash } from '../rules/succession.ts'
import {
  type Committee,
  type CommitteeFields,
  type CommitteeKind,
  committeesOf,
  endSucceeded,
  insertCommittees,
  updateCommittees,
} from '../storage/committees.ts'
import { lockCompounds } from '../storage/contracts.ts'
import type { Place } from '../storage/places.ts'
import { examinePast, examineTerm } from './examine-days.ts'
import { findCompounds } from './find-compounds.ts'

const verb = 'organisations.record-committees'
const { 'owners-committee': owners, 'property-management-committee': management } = words.bodyKind

/** 业主委员会和物业管理委员会 by sheet: one row for each election, known by compound and day. */
export const committeeSheet: SheetKind = {
  name: 'committees',
  title: '业委会和物管会',
  titleEn: 'Committees',
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
      key: 'name',
      header: '名称',
      headerEn: 'Name',
      kind: 'text',
      required: true,
      note: '备案名称',
      example: '示例花园业主委员会（演示数据）',
    },
    {
      key: 'kind',
      header: '类别',
      headerEn: 'Kind',
      kind: 'choice',
      required: true,
      note: '物业管理委员会视同业委会',
      clause: '4.4.1',
      example: '业主委员会',
      choices: choicesOf({ 'owners-committee': owners, 'property-management-committee': management }),
    },
    {
      key: 'seats',
      header: '委员人数',
      headerEn: 'Seats',
      kind: 'integer',
      required: true,
      note: '业主大会确定的委员人数',
      example: '5',
    },
    {
      key: 'electedOn',
      header: '选举（组建）日期',
      headerEn: 'Elected on',
      kind: 'day',
      required: true,
      note: '业主大会选举产生之日',
      example: '2023-05-20',
    },
    {
      key: 'filedOn',
      header: '备案日期',
      headerEn: 'Filed on',
      kind: 'day',
      required: false,
      note: '未备案留空；未备案的不计入覆盖率',
      clause: '4.4.1',
      example: '2023-06-05',
    },
    {
      key: 'renewal',
      header: '是否换届',
      headerEn: 'Renewal',
      kind: 'yes-no',
      required: false,
      note: '换届产生的填“是”，上一届自动终止',
      clause: '6.1.4',
      example: '否',
    },
    {
      key: 'termEndsOn',
      header: '任期届满日',
      headerEn: 'Term ends on',
      kind: 'day',
      required: false,
      note: '本届任期最后一天',
      example: '2028-05-19',
    },
  ],
  record: recordCommittees,
}

export const recordCommitteesAction = defineSheetAction(committeeSheet)

async function recordCommittees(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  for (const row of rows) examineElection(ctx, row)
  const compounds = await findCompounds(ctx, rows, 'compound', verb)
  const ids = [...compounds.values()].map((c) => c.id)
  await lockCompounds(ctx.db, ids)
  const kept = await committeesOf(ctx.db, ids)
  const key = (row: Examined) => `${compounds.get(row.row)?.id} ${text(row, 'electedOn')}`
  refuseRepeats(rows, 'electedOn', key)
  refuseSitting(rows, kept, compounds)
  const results = await settle<Examined, CommitteeFields>(rows, {
    key,
    known: new Map(kept.map((c) => [`${c.compoundId} ${c.electedOn}`, c])),
    fields: fieldsOf,
    insert: (fresh) =>
      insertCommittees(
        ctx.db,
        fresh.map(({ row, fields }) => ({
          ...fields,
          compoundId: compounds.get(row.row)?.id ?? '',
          electedOn: text(row, 'electedOn'),
        })),
      ),
    update: (changes) =>
      updateCommittees(
        ctx.db,
        changes.map(({ id, fields }) => ({ id, ...fields })),
      ),
  })
  await endSucceeded(ctx.db, ids)
  return results
}

const fieldsOf = (row: Examined): CommitteeFields => ({
  kind: text(row, 'kind') as CommitteeKind,
  name: text(row, 'name'),
  seats: integer(row, 'seats'),
  filedOn: optionalText(row, 'filedOn'),
  renewal: yes(row, 'renewal'),
  termEndsOn: optionalText(row, 'termEndsOn'),
})

function examineElection(ctx: Context, row: Examined) {
  const elected = text(row, 'electedOn')
  const filed = optionalText(row, 'filedOn')
  const end = optionalText(row, 'termEndsOn')
  const seats = integer(row, 'seats')
  examineTerm(row, 'electedOn', '')
  examinePast(ctx, row, 'electedOn')
  examinePast(ctx, row, 'filedOn')
  if (filed !== null && filed < elected)
    fault(row, 'filedOn', refuse('filed-before-elected', { filed, elected }))
  if (end !== null && end <= elected)
    fault(row, 'termEndsOn', refuse('term-before-elected', { end, elected }))
  if (seats < 1 || seats > 99) fault(row, 'seats', refuse('seats-absurd', { seats }))
}

/** Two committees of one kind never sit at once: the later must be a renewal, or the earlier have ended. */
function refuseSitting(rows: Examined[], kept: Committee[], compounds: Map<number, Place>) {
  const after = new Map<
    string,
    Pick<Committee, 'kind' | 'electedOn' | 'renewal' | 'endedOn' | 'compoundId'>
  >()
  for (const c of kept) after.set(`${c.compoundId} ${c.electedOn}`, c)
  const good = rows.filter(sound)
  for (const row of good) {
    const compoundId = compounds.get(row.row)?.id ?? ''
    const key = `${compoundId} ${text(row, 'electedOn')}`
    const endedOn = after.get(key)?.endedOn ?? null
    after.set(key, { ...fieldsOf(row), compoundId, electedOn: text(row, 'electedOn'), endedOn })
  }
  const byCompound = Map.groupBy(after.values(), (c) => c.compoundId)
  for (const row of good) {
    const compound = compounds.get(row.row) as Place
    const elections = byCompound.get(compound.id) ?? []
    const at = text(row, 'electedOn')
    const previous = elections
      .filter((c) => c.electedOn < at)
      .sort((a, b) => (a.electedOn < b.electedOn ? 1 : -1))[0]
    const next = { kind: text(row, 'kind'), electedOn: at, renewal: yes(row, 'renewal') }
    if (previous && electionClash(previous, next))
      fault(
        row,
        'renewal',
        refuse('committee-sits', {
          name: compound.name,
          kind: wordOf('bodyKind', previous.kind),
          day: previous.electedOn,
        }),
      )
  }
}
