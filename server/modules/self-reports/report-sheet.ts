import type { Stance } from '../../../contracts/self-reports/words.ts'
import { stanceNames, stances } from '../../../contracts/self-reports/words.ts'
import type { Column } from '../sheet-kind.ts'

const text = (key: string, header: string, headerEn: string, note: string, example: string): Column => ({
  key,
  header,
  headerEn,
  kind: 'text',
  required: false,
  note,
  example,
})

/** 自评申报 as a sheet: one row is one row of one subject's table. The columns that the system fills in are not read. */
export const reportColumns: readonly Column[] = [
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
    key: 'code',
    header: '对象代码',
    headerEn: 'Subject code',
    kind: 'code',
    required: true,
    note: '小区、社区、街道或旗县区的代码；企业填统一社会信用代码',
    example: '150203006012-0001',
  },
  {
    key: 'district',
    header: '旗县区代码',
    headerEn: 'District code',
    kind: 'code',
    required: false,
    note: '只有企业的自评才填：企业按旗县区评价',
    example: '',
  },
  {
    key: 'row',
    header: '指标编号',
    headerEn: 'Row',
    kind: 'text',
    required: true,
    note: '如 1-06；每个对象的各行见“下载申报表”',
    example: '1-06',
  },
  text('title', '指标名称', 'Indicator', '系统填写，不读取', ''),
  text('standing', '系统现有数据', 'Value that stands', '系统填写，不读取', ''),
  text('points', '现计得分', 'Points so far', '系统填写，不读取', ''),
  {
    key: 'stance',
    header: '办理',
    headerEn: 'Stance',
    kind: 'choice',
    required: false,
    note: '认可现有数据、申报自己的数据，或对系统计算的数据提出异议；留空的行不改动',
    example: '申报',
    choices: stances.map((value) => ({ value, label: stanceNames[value].zh })),
  },
  text('numerator', '分子', 'Numerator', '比率类：达到的数量', '11'),
  text('denominator', '分母', 'Denominator', '比率类：应有的数量；没有发生填 0', '12'),
  text('value', '数值', 'Value', '是/否、数量、优/良/中/差、等级名称；不适用填“不适用”', ''),
  text('note', '说明', 'Note', '异议的理由；不适用的原因', ''),
  text(
    'evidence',
    '佐证材料',
    'Evidence',
    '材料名称、文号或存放位置；文件在网页上传',
    '2026年联席会议纪要12份',
  ),
]

export const stanceOf = (cell: unknown): Stance | null => stances.find((one) => one === cell) ?? null
