import { addDays } from '../../server/values/days.ts'
import type { Edition } from '../../server/rulebook/edition.ts'
import { factRows, recorderOf } from '../facts/fact-rows.ts'
import type { DemoCity } from '../ground/model.ts'
import type { Cells } from '../sheets/cells.ts'
import {
  bodyRows,
  committeeRows,
  compoundRows,
  contractRows,
  enterpriseRows,
  placeRows,
} from '../sheets/organisations.ts'
import { coverageRows, partyOrganisationRows } from '../sheets/party.ts'
import { postRows } from '../sheets/posts.ts'
import { staffingRows } from '../sheets/staffing.ts'

/** One sheet that somebody hands in. */
export interface SheetStage {
  name: string
  title: string
  /** The kind of sheet. */
  sheet: string
  rows(): Iterable<Cells>
  /** The day on which it was handed in, where that was before the city was filled. */
  on?: string
  /** The account that records a row. */
  by(cells: Cells): string
}

const bureau = () => 'city'
const party = () => 'party-department'
const recorders = { bureau: 'city', evaluator: 'evaluator', survey: 'survey' } as const

/** Who and where, before anybody can be given a local account. */
export const groundStages = (demo: DemoCity): SheetStage[] => [
  { name: 'places', title: '行政区划', sheet: 'places', rows: () => placeRows(demo), by: bureau },
  { name: 'compounds', title: '小区档案', sheet: 'compounds', rows: () => compoundRows(demo), by: bureau },
  { name: 'bodies', title: '部门、协会和居委会', sheet: 'bodies', rows: () => bodyRows(demo), by: bureau },
  {
    name: 'enterprises',
    title: '物业服务企业',
    sheet: 'enterprises',
    rows: () => enterpriseRows(demo),
    by: bureau,
  },
  {
    name: 'contracts',
    title: '物业服务合同',
    sheet: 'contracts',
    rows: () => contractRows(demo),
    by: bureau,
  },
  {
    name: 'committees',
    title: '业委会和物管会',
    sheet: 'committees',
    rows: () => committeeRows(demo),
    by: bureau,
  },
]

/** People, Party work and the facts of both years. */
export function recordStages(
  demo: DemoCity,
  edition: Edition,
  openedOn: readonly [string, string],
): SheetStage[] {
  const [pastYear, thisYear] = demo.years
  // Before the round of their year was opened.
  const facts = (year: number, opened: string, complete: boolean): SheetStage => ({
    on: addDays(opened, -1),
    name: `facts-${year}`,
    title: `${year} 年的申报、检查和调查`,
    sheet: 'declared-facts',
    rows: () => factRows({ city: demo, edition, year, complete }),
    by: (cells) => recorders[recorderOf(cells)],
  })
  return [
    { name: 'posts', title: '任职和成员', sheet: 'posts', rows: () => postRows(demo), by: party },
    { name: 'staff', title: '专职人员配备', sheet: 'staff', rows: () => staffingRows(demo), by: bureau },
    {
      name: 'party-organisations',
      title: '党组织',
      sheet: 'party-organisations',
      rows: () => partyOrganisationRows(demo),
      by: party,
    },
    {
      name: 'party-coverage',
      title: '党的工作覆盖',
      sheet: 'party-coverage',
      rows: () => coverageRows(demo),
      by: party,
    },
    facts(pastYear, openedOn[0], true),
    facts(thisYear, openedOn[1], demo.plan.size !== 'small'),
  ]
}
