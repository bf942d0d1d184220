import * as contract from '../../../contracts/organisations/staff.ts'
import { words } from '../../../contracts/organisations/words.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { bodies } from './queries/bodies.ts'
import { committees } from './queries/committees.ts'
import { compounds } from './queries/compounds.ts'
import { contracts } from './queries/contracts.ts'
import { places } from './queries/places.ts'

const contractStates = { coming: '未到期开始', running: '履行中', over: '已结束' } as const

/** The lists as files, in the words of the sheets. */
export const exportRoutes = (demo: boolean): Route[] => [
  exportRoute(contract.exportPlaces, {
    title: '行政区划',
    demo,
    page: places,
    columns: [
      { header: '区划代码', value: (row) => row.code, width: 18 },
      { header: '名称', value: (row) => row.name },
      { header: '层级', value: (row) => words.placeKind[row.kind] },
      { header: '上级', value: (row) => row.parentName },
      { header: '下级数', value: (row) => row.children, kind: 'integer' },
      { header: '小区数', value: (row) => row.compounds, kind: 'integer' },
      { header: '建成区内', value: (row) => row.inBuiltUpArea, kind: 'yes-no' },
    ],
  }),
  exportRoute(contract.exportCompounds, {
    title: '小区档案',
    demo,
    page: compounds,
    columns: [
      { header: '小区代码', value: (row) => row.code, width: 22 },
      { header: '小区名称', value: (row) => row.name, width: 28 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '街道（乡镇）', value: (row) => row.streetName },
      { header: '社区（村）', value: (row) => row.communityName },
      { header: '小区类型', value: (row) => words.compoundType[row.type] },
      { header: '管理方式', value: (row) => words.managementMode[row.managementMode] },
      { header: '物业服务人', value: (row) => row.providerName, width: 32 },
      { header: '户数', value: (row) => row.households, kind: 'integer' },
      { header: '楼栋数', value: (row) => row.buildings, kind: 'integer' },
      { header: '建筑面积（平方米）', value: (row) => row.areaCenti / 100, kind: 'decimal' },
      { header: '封闭情况', value: (row) => words.enclosure[row.enclosure] },
    ],
  }),
  exportRoute(contract.exportBodies, {
    title: '企业和单位',
    demo,
    page: bodies,
    columns: [
      { header: '名称', value: (row) => row.name, width: 36 },
      { header: '种类', value: (row) => words.bodyKind[row.kind] },
      { header: '统一社会信用代码', value: (row) => row.uscc, width: 24 },
      { header: '所在地', value: (row) => row.placeName },
      { header: '服务小区数', value: (row) => row.compounds, kind: 'integer' },
      { header: '成立或登记日', value: (row) => row.from, kind: 'day' },
      { header: '终止日', value: (row) => row.to, kind: 'day' },
    ],
  }),
  exportRoute(contract.exportCommittees, {
    title: '业委会和物管会',
    demo,
    page: committees,
    columns: [
      { header: '名称', value: (row) => row.name, width: 36 },
      { header: '小区代码', value: (row) => row.compoundCode, width: 22 },
      { header: '小区名称', value: (row) => row.compoundName, width: 28 },
      { header: '种类', value: (row) => words.bodyKind[row.kind] },
      { header: '委员人数', value: (row) => row.seats, kind: 'integer' },
      { header: '选举日', value: (row) => row.electedOn, kind: 'day' },
      { header: '备案日', value: (row) => row.filedOn, kind: 'day' },
      { header: '换届产生', value: (row) => row.renewal, kind: 'yes-no' },
      { header: '任期届满', value: (row) => row.termEndsOn, kind: 'day' },
      { header: '终止日', value: (row) => row.to, kind: 'day' },
    ],
  }),
  exportRoute(contract.exportContracts, {
    title: '物业服务合同',
    demo,
    page: contracts,
    columns: [
      { header: '合同编号', value: (row) => row.number, width: 24 },
      { header: '物业服务人', value: (row) => row.providerName, width: 36 },
      { header: '小区代码', value: (row) => row.compoundCode, width: 22 },
      { header: '小区名称', value: (row) => row.compoundName, width: 28 },
      { header: '状态', value: (row) => contractStates[row.state] },
      { header: '起始日', value: (row) => row.from, kind: 'day' },
      { header: '截止日', value: (row) => row.to, kind: 'day' },
    ],
  }),
]
