import type { CellValue } from 'exceljs'

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

/** Two districts, each with one street and one community. */
export const ground = [
  place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
  place(3, '150203001000', '少先路街道', 'street', '150203000000'),
  place(4, '150203001001', '示例社区', 'community', '150203001000'),
  place(5, '150204000000', '青山区', 'district', '150200000000'),
  place(6, '150204001000', '先锋道街道', 'street', '150204000000'),
  place(7, '150204001001', '示例社区', 'community', '150204001000'),
]

const columns = {
  community: '所属社区代码 *',
  name: '小区名称 *',
  code: '小区代码',
  type: '小区类型 *',
  managementMode: '管理方式 *',
  households: '户数 *',
  buildings: '楼栋数 *',
  area: '建筑面积（平方米） *',
  enclosure: '封闭情况 *',
  renovatedOn: '改造完成日期',
  committeeImpossible: '暂不能成立业委会的原因',
  validFrom: '建档起始日 *',
  distinct: '确认是新小区',
}
const sound: Record<keyof typeof columns, CellValue> = {
  community: '150203001001',
  name: '',
  code: null,
  type: '既有民用建筑',
  managementMode: '物业服务企业',
  households: 658,
  buildings: 12,
  area: 65800,
  enclosure: '封闭',
  renovatedOn: null,
  committeeImpossible: null,
  validFrom: '2020-01-01',
  distinct: null,
}

/** Heading of the compounds sheet; column A is the community, B the name, H the area. */
export const compoundHead = Object.values(columns)
/** A sound row, but for what is said. */
export const compoundRow = (name: CellValue, but: Partial<typeof sound> = {}): CellValue[] =>
  Object.values({ ...sound, name, ...but })
