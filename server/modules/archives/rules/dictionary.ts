/** Whoever passes the data on says where it comes from; the city may decide otherwise (市里未定，暂用). */
export const licence = {
  zh: '可自由使用、转载，须注明来源、年度和版本（CC BY 4.0；市里未定，暂用）',
  en: 'Free to use and pass on, naming source, year and version (CC BY 4.0; provisional until the city decides)',
}

export type ColumnType = 'text' | 'uuid' | 'integer' | 'decimal' | 'yes-no' | 'day' | 'instant'

export interface Column {
  name: string
  title: string
  titleEn: string
  type: ColumnType
  unit: string | null
  clause: string | null
  withheld: string | null
  withheldEn: string | null
}

const column = (
  name: string,
  type: ColumnType,
  [title, titleEn]: [string, string],
  more: Partial<Pick<Column, 'unit' | 'clause'>> & { withheld?: [string, string] } = {},
): Column => ({
  name,
  title,
  titleEn,
  type,
  unit: more.unit ?? null,
  clause: more.clause ?? null,
  withheld: more.withheld?.[0] ?? null,
  withheldEn: more.withheld?.[1] ?? null,
})

const notAssessed: [string, string] = [
  '服务时间不足、本轮不评的为空',
  'Empty where the subject was not assessed (too short a service)',
]
const personal: [string, string] = [
  '所在一级指标含有涉及个人或人数过少的条目时为空：只公布一级指标合计',
  'Empty where the level-1 group holds a row about a person or very few persons: its total alone is published',
]

const identity: Column[] = [
  column('year', 'integer', ['评价年度', 'Year'], { unit: '年', clause: '6.8.2' }),
  column('version', 'integer', ['公布版本，更正后加一', 'Version; one more after a correction'], {
    clause: 'A.1.4',
  }),
  column('subjectId', 'uuid', ['对象标识，同一轮内不变', 'Identifier within the round']),
  column('table', 'text', ['评价细则表号', 'Table of annex A'], { clause: 'A.1.1' }),
]

/** results.csv, and each element of `results` in results.json. */
export const resultColumns: readonly Column[] = [
  ...identity,
  column('kind', 'text', [
    '对象种类：compound 物业项目、enterprise 物业服务企业、street 街道、community 社区、district 区',
    'Kind of subject',
  ]),
  column('name', 'text', ['名称（评价期末）', 'Name at the end of the period']),
  column('code', 'text', [
    '代码：小区或区划代码；企业为统一社会信用代码',
    'Code of the compound or division; of an enterprise its unified social credit code',
  ]),
  column('district', 'text', ['旗县区', 'District']),
  column('street', 'text', [
    '街道（乡镇）；企业、区没有',
    'Street or town; none for enterprises and districts',
  ]),
  column('variant', 'text', ['项目类别；只有表 A.1 有', 'Kind of project; table A.1 only'], {
    clause: 'A.2.1',
  }),
  column('households', 'integer', ['户数', 'Households'], { unit: '户' }),
  column('total', 'decimal', ['总分', 'Total'], { unit: '分', clause: 'A.1.1', withheld: notAssessed }),
  column(
    'band',
    'text',
    ['星级；不足三星和不评星级的为空', 'Stars; empty below three and where none are given'],
    {
      clause: 'A.2.1',
      withheld: notAssessed,
    },
  ),
  column('rank', 'integer', ['名次，同分同名次', 'Rank; equal totals share it'], { withheld: notAssessed }),
  column('of', 'integer', ['同类参评对象数', 'Subjects of the kind that were ranked'], { unit: '个' }),
  column('notAssessed', 'yes-no', ['本轮不评', 'Not assessed']),
  column('missingRows', 'integer', ['没有数据、未计分的条数', 'Rows without data, which gave no points'], {
    unit: '条',
  }),
]

/** rows.csv, and each element of `rows` in results.json. */
export const rowColumns: readonly Column[] = [
  ...identity,
  column('name', 'text', ['名称（评价期末）', 'Name at the end of the period']),
  column('row', 'text', ['条目编号', 'Number of the row'], { clause: 'A.1.1' }),
  column('level1', 'text', ['一级指标', 'Level-1 indicator']),
  column('indicator', 'text', ['三级指标（表中原文）', 'Level-3 indicator as the table prints it']),
  column('evaluator', 'text', ['评价主体', 'Who evaluates the row']),
  column('printed', 'decimal', ['表中分值', 'Points that the table prints'], { unit: '分' }),
  column('withheld', 'yes-no', ['不公布到条', 'Not published row by row'], { clause: 'A.1.4' }),
  column(
    'state',
    'text',
    ['状态：scored 已计分、missing 缺数据、not-applicable 不适用、no-matter 无事项', 'State of the row'],
    { withheld: personal },
  ),
  column('points', 'decimal', ['得分', 'Points'], { unit: '分', withheld: personal }),
  column(
    'max',
    'text',
    [
      '本条满分（不适用条目的分值重新分配后，精确分数）',
      'Points within reach after reweighting, an exact fraction',
    ],
    {
      unit: '分',
      withheld: personal,
    },
  ),
]

/** Each element of `groups` in results.json. */
export const groupColumns: readonly Column[] = [
  column('name', 'text', ['一级指标', 'Level-1 indicator']),
  column('got', 'decimal', ['一级指标得分合计', 'Points of the group'], { unit: '分' }),
  column('withheld', 'yes-no', ['本组只公布合计', 'Only the total is published'], { clause: 'A.1.4' }),
]
