import { wordOf } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { addDays } from '../../../values/days.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { type Examined, examined, fault, refuseRepeats, settle, sound, text } from '../../sheet-rows.ts'
import { refuse } from '../problems.ts'
import { clashOf } from '../rules/succession.ts'
import type { Body } from '../storage/bodies.ts'
import {
  type Contract,
  contractsOf,
  insertContracts,
  lockCompounds,
  updateContracts,
} from '../storage/contracts.ts'
import type { Place } from '../storage/places.ts'
import { endOf, examineTerm } from './examine-days.ts'
import { findBodies } from './find-bodies.ts'
import { findCompounds } from './find-compounds.ts'

const verb = 'organisations.record-contracts'

/** 物业服务合同 by sheet: who serves which compound. Known by provider, compound and first day. */
export const contractSheet: SheetKind = {
  name: 'contracts',
  title: '物业服务合同',
  titleEn: 'Service contracts',
  verb,
  columns: [
    {
      key: 'uscc',
      header: '企业统一社会信用代码',
      headerEn: 'Provider',
      kind: 'code',
      required: true,
      note: '18位；企业须已登记',
      example: '91150203MA0EXAMPL7',
    },
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
      key: 'number',
      header: '合同编号',
      headerEn: 'Number',
      kind: 'text',
      required: true,
      note: '合同文本上的编号',
      example: 'WY-2024-001',
    },
    {
      key: 'from',
      header: '起始日',
      headerEn: 'First day',
      kind: 'day',
      required: true,
      note: '合同生效日',
      clause: '6.5.3',
      example: '2024-01-01',
    },
    {
      key: 'to',
      header: '截止日（含当日）',
      headerEn: 'Last day',
      kind: 'day',
      required: false,
      note: '合同最后一天；没有约定期限的留空',
      example: '2026-12-31',
    },
  ],
  record: recordContracts,
}

export const recordContractsAction = defineSheetAction(contractSheet)

type Fields = Pick<Contract, 'number' | 'to'>

async function recordContracts(ctx: Context, sheet: SheetRow[]): Promise<RowResult[]> {
  const rows = sheet.map(examined)
  for (const row of rows) examineTerm(row)
  const compounds = await findCompounds(ctx, rows, 'compound', verb)
  const providers = await findBodies(ctx, rows, 'uscc', 'from')
  for (const row of rows) examineProvider(row, providers.get(row.row))
  const ids = [...compounds.values()].map((c) => c.id)
  await lockCompounds(ctx.db, ids)
  const kept = await contractsOf(ctx.db, ids)
  const key = (row: Examined) =>
    keyOf(providers.get(row.row)?.id, compounds.get(row.row)?.id, text(row, 'from'))
  const known = new Map(kept.map((c) => [keyOf(c.providerId, c.compoundId, c.from), c]))
  refuseRepeats(rows, 'compound', key)
  refuseOverlaps(rows, kept, known, key, compounds, providers)
  return settle<Examined, Fields>(rows, {
    key,
    known,
    // A blank end says nothing, so it never reopens a contract that was ended.
    fields: (row, same) => ({ number: text(row, 'number'), to: endOf(row) ?? same?.to ?? null }),
    insert: (fresh) =>
      insertContracts(
        ctx.db,
        fresh.map(({ row, fields }) => ({
          ...fields,
          providerId: providers.get(row.row)?.id ?? '',
          compoundId: compounds.get(row.row)?.id ?? '',
          from: text(row, 'from'),
        })),
      ),
    update: (changes) =>
      updateContracts(
        ctx.db,
        changes.map(({ id, fields }) => ({ id, ...fields })),
      ),
  })
}

const keyOf = (provider: string | undefined, compound: string | undefined, from: string) =>
  `${provider} ${compound} ${from}`

function examineProvider(row: Examined, provider: Body | undefined) {
  if (!provider || provider.kind === 'enterprise' || provider.kind === 'other-manager') return
  const params = {
    name: provider.name,
    kind: wordOf('bodyKind', provider.kind),
    expected: wordOf('bodyKind', 'enterprise'),
  }
  fault(row, 'uscc', refuse('body-kind', params))
}

function refuseOverlaps(
  rows: Examined[],
  kept: Contract[],
  known: Map<string, Contract>,
  key: (row: Examined) => string,
  compounds: Map<number, Place>,
  providers: Map<number, Body>,
) {
  const good = rows.filter(sound).map((row) => {
    const same = known.get(key(row))
    const term = {
      id: same?.id ?? `row ${row.row}`,
      from: text(row, 'from'),
      to: endOf(row) ?? same?.to ?? null,
    }
    return { row, compound: compounds.get(row.row) as Place, provider: providers.get(row.row) as Body, term }
  })
  // The contracts as they would stand once the sheet is recorded.
  const after = new Map<string, { provider: string; compound: string; term: (typeof good)[number]['term'] }>()
  for (const c of kept) after.set(c.id, { provider: c.providerName, compound: c.compoundId, term: c })
  for (const g of good)
    after.set(g.term.id, { provider: g.provider.name, compound: g.compound.id, term: g.term })
  const byCompound = Map.groupBy(after.values(), (one) => one.compound)
  for (const { row, compound, term } of good) {
    const others = byCompound.get(compound.id) ?? []
    const clash = clashOf(
      term,
      others.map((one) => one.term),
    )
    const other = clash && others.find((one) => one.term.id === clash.id)
    if (!other) continue
    const { from, to } = other.term
    const params = { name: compound.name, provider: other.provider, from }
    fault(
      row,
      'compound',
      to === null
        ? refuse('contract-runs-on', params)
        : refuse('contract-overlap', { ...params, to: addDays(to, -1) }),
    )
  }
}
