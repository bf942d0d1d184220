import * as contract from '../../../contracts/party-organisations/staff.ts'
import { words } from '../../../contracts/party-organisations/words.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { coverageList } from './queries/coverage.ts'
import { organisations } from './queries/organisations.ts'

/** The lists as files, in the words of the sheets; instructors stay masked. */
export const exportRoutes = (demo: boolean): Route[] => [
  exportRoute(contract.exportPartyOrganisations, {
    title: '党组织',
    demo,
    page: organisations,
    columns: [
      { header: '党组织名称', value: (row) => row.name, width: 40 },
      { header: '组建方式', value: (row) => words.organisationForm[row.form] },
      { header: '依托的单位', value: (row) => row.hostName, width: 32 },
      { header: '依托的项目', value: (row) => row.projectName, width: 28 },
      { header: '隶属区域', value: (row) => row.placeName },
      { header: '正式党员数', value: (row) => row.formalMembers, kind: 'integer' },
      { header: '覆盖数', value: (row) => row.covers, kind: 'integer' },
      { header: '成立日期', value: (row) => row.foundedOn, kind: 'day' },
      { header: '撤销日', value: (row) => row.to, kind: 'day' },
    ],
  }),
  exportRoute(contract.exportCoverage, {
    title: '党的组织和工作覆盖',
    demo,
    page: coverageList,
    columns: [
      { header: '单位', value: (row) => row.bodyName, width: 32 },
      { header: '项目（小区）', value: (row) => row.compoundName, width: 28 },
      { header: '覆盖方式', value: (row) => words.coverageWay[row.how] },
      { header: '党组织', value: (row) => row.organisationName, width: 40 },
      { header: '指导员', value: (row) => row.instructorMask },
      { header: '起始日', value: (row) => row.from, kind: 'day' },
      { header: '截止日', value: (row) => row.to, kind: 'day' },
    ],
  }),
]
