import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Context } from '../../../access/context.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { defineSheetAction } from '../../sheet-action.ts'
import type { CellFault, Column, RowResult, SheetKind, SheetRow } from '../../sheet-kind.ts'
import { factList } from '../fact-list.ts'
import { holdYears } from '../hold-round.ts'
import { factPlace } from '../policy.ts'
import { refuse } from '../problems.ts'
import {
  type Entry,
  examineFact,
  factKey,
  type FactIndex,
  factIndex,
  type Known,
} from '../rules/examine-fact.ts'
import {
  contractsBetween,
  enterprisesByCode,
  placesByCode,
  type Reach,
  saveFacts,
} from '../storage/declared-facts.ts'

export const declareFactsVerb = 'evaluation.declare-facts'

const provenanceChoices = [
  { value: 'declared', label: '申报' },
  { value: 'inspected', label: '现场检查' },
  { value: 'surveyed', label: '满意度调查' },
  { value: 'imported', label: '导入' },
]

const columns = (index: FactIndex): Column[] => [
  {
    key: 'year',
    header: '年度',
    headerEn: 'Year',
    kind: 'integer',
    required: true,
    note: '自然年度',
    clause: '6.8.2',
    example: '2026',
  },
  {
    key: 'fact',
    header: '事实',
    headerEn: 'Fact',
    kind: 'text',
    required: true,
    note: `指标编号（如 1-06）、事实名称或编号，共${index.recordable.length}项，见“事实清单”`,
    example: '1-06',
  },
  {
    key: 'place',
    header: '对象代码',
    headerEn: 'Subject code',
    kind: 'code',
    required: true,
    note: '小区、社区、街道或旗县区的代码；企业的事实填所在旗县区的代码',
    example: '150203006012-0001',
  },
  {
    key: 'uscc',
    header: '统一社会信用代码',
    headerEn: 'Credit code',
    kind: 'code',
    required: false,
    note: '只有企业的事实才填',
    example: '',
  },
  {
    key: 'project',
    header: '项目小区代码',
    headerEn: 'Project code',
    kind: 'code',
    required: false,
    note: '业委会、街道社区按项目给企业评分时填写；全部项目按户数加权',
    clause: 'A.3.2',
    example: '',
  },
  {
    key: 'numerator',
    header: '分子',
    headerEn: 'Numerator',
    kind: 'text',
    required: false,
    note: '比率类事实：达到的数量',
    example: '11',
  },
  {
    key: 'denominator',
    header: '分母',
    headerEn: 'Denominator',
    kind: 'text',
    required: false,
    note: '比率类事实：应有的数量；没有发生填 0',
    example: '12',
  },
  {
    key: 'value',
    header: '数值',
    headerEn: 'Value',
    kind: 'text',
    required: false,
    note: '是/否、数量、0–100 的满意度、优/良/中/差、等级名称；不适用填“不适用”',
    example: '',
  },
  {
    key: 'provenance',
    header: '来源',
    headerEn: 'Provenance',
    kind: 'choice',
    required: true,
    note: '这一事实是怎样得到的',
    example: '申报',
    choices: provenanceChoices,
  },
  {
    key: 'grader',
    header: '评价人',
    headerEn: 'Grader',
    kind: 'text',
    required: false,
    note: '评分类事实：单位名称，不填个人姓名',
    example: '',
  },
  {
    key: 'incident',
    header: '事件编号',
    headerEn: 'Incident',
    kind: 'text',
    required: false,
    note: '负面清单事项必填；同一事件只扣一次',
    clause: 'A.3.3',
    example: '',
  },
  {
    key: 'evidence',
    header: '佐证材料',
    headerEn: 'Evidence',
    kind: 'text',
    required: false,
    note: '文件名称、文号或存放位置',
    example: '2026年联席会议纪要12份',
  },
  {
    key: 'note',
    header: '说明',
    headerEn: 'Note',
    kind: 'text',
    required: false,
    note: '不适用的，写明原因',
    example: '',
  },
  {
    key: 'reason',
    header: '更正原因',
    headerEn: 'Reason of the correction',
    kind: 'text',
    required: false,
    note: '更正已登记的事实时必填；第一次登记不填',
    example: '',
  },
]

/** 申报事实 by sheet: one row is one fact about one subject for one year. */
export function factSheet(editions: Editions): SheetKind {
  const index = factIndex(editions.shipped)
  return {
    name: 'declared-facts',
    title: '申报事实',
    titleEn: 'Declared facts',
    verb: declareFactsVerb,
    columns: columns(index),
    reference: factList(editions.shipped),
    identity: ['year', 'fact', 'place', 'uscc', 'project', 'grader', 'incident'],
    record: async (ctx, sheet) => recordFacts(ctx, factIndex(await editions.whole()), sheet),
  }
}

export const declareFacts = (editions: Editions) => defineSheetAction(factSheet(editions))

/** Results of a satisfaction survey come from who surveys, or from the bureaus that commission it (6.8.1 e). */
const surveyors: readonly Role[] = ['survey-agency', 'city-official', 'district-official']

export const maySurvey = ({ grants }: Context['actor']): boolean =>
  grants.some((grant) => surveyors.includes(grant.role))

const text = (row: SheetRow, key: string) => String(row.cells[key] ?? '').trim()

/** Whether the actor may record about the place `r`: the guard, asked in the statement that reads the places. */
function reachOf(ctx: Context): Reach {
  const grants = ctx.actor.grants.filter((grant) => grant.role !== 'committee')
  return {
    reached: ctx.policy.filter(ctx.actor, declareFactsVerb, factPlace),
    otherwise: ctx.policy.filter({ ...ctx.actor, grants }, declareFactsVerb, factPlace),
  }
}

/** Years that a calendar knows; what else is typed is refused row by row. */
const yearsIn = (sheet: readonly SheetRow[]) =>
  sheet
    .map((row) => Number(text(row, 'year')))
    .filter((year) => Number.isInteger(year) && year > 0 && year < 10_000)

async function recordFacts(ctx: Context, index: FactIndex, sheet: SheetRow[]): Promise<RowResult[]> {
  // Asked before the stages are read: a round of the year cannot freeze between looking and writing.
  await holdYears(ctx.db, yearsIn(sheet))
  const codes = sheet.flatMap((row) => [text(row, 'place'), text(row, 'project')])
  const places = await placesByCode(ctx.db, codes, reachOf(ctx))
  const byId = new Map([...places.values()].map((place) => [place.id, place]))
  const known: Known = {
    places,
    enterprises: await enterprisesByCode(
      ctx.db,
      sheet.map((row) => text(row, 'uscc')),
    ),
    thisYear: Number(ctx.clock.today().slice(0, 4)),
    contracts: [],
    maySurvey: maySurvey(ctx.actor),
    gradesOnly: (placeId) => {
      const { reached = false, otherwise = false } = byId.get(placeId) ?? {}
      return reached && !otherwise
    },
  }
  known.contracts = await contractsBetween(ctx.db, known.enterprises, known.places)
  const examined = sheet.map((row) => ({ row, ...examineFact(row, index, known) }))
  for (const { entry, guarded, faults } of examined)
    if (entry && guarded && !byId.get(guarded.id)?.reached) {
      const { zh, en } = refuse('out-of-reach', { name: guarded.name })
      faults.push({ column: entry.projectId ? 'project' : 'place', zh, en })
    }
  refuseRepeats(examined)
  const sound = examined.flatMap(({ entry, faults }) =>
    entry && faults.length === 0 ? [{ key: factKey(entry), entry }] : [],
  )
  const saved = await saveFacts(ctx.db, sound, {
    by: ctx.actor.id,
    at: ctx.clock.now().toISOString(),
    needsReason: true,
  })
  return examined.map(({ row, entry, faults }): RowResult => {
    if (!entry || faults.length > 0) return { row: row.row, outcome: 'refused', faults }
    const { outcome = 'unchanged', id = '' } = saved.get(factKey(entry)) ?? {}
    if (outcome === 'unreasoned') return refusedAt(row, 'reason', refuse('reason-missing'))
    if (outcome === 'of-procedure') return refusedAt(row, 'fact', refuse('of-procedure'))
    return { row: row.row, outcome, id }
  })
}

const refusedAt = ({ row }: SheetRow, column: string, { zh, en }: Refusal): RowResult => ({
  row,
  outcome: 'refused',
  faults: [{ column, zh, en }],
})

interface Examined {
  row: SheetRow
  entry?: Entry
  faults: CellFault[]
}

/** Of two rows that name the same fact neither may silently win, whatever words they name it with. */
function refuseRepeats(examined: readonly Examined[]) {
  const first = new Map<string, number>()
  for (const { row, entry, faults } of examined) {
    if (!entry || faults.length > 0) continue
    const earlier = first.get(factKey(entry))
    first.set(factKey(entry), earlier ?? row.row)
    if (earlier === undefined) continue
    const { zh, en } = refuse('row-twice', { row: earlier })
    faults.push({ column: 'fact', zh, en })
  }
}
