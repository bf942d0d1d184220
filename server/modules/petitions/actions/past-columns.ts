import { channelNames, outcomeNames } from '../../../../contracts/petitions/words.ts'
import type { Column } from '../../sheet-kind.ts'
import { choicesOf } from '../../sheet-rows.ts'

const labels = (names: Record<string, { zh: string }>) =>
  choicesOf(Object.fromEntries(Object.entries(names).map(([value, { zh }]) => [value, zh])))

/** What a visit of the past found, as its row says it. */
export const visitChoices = { satisfied: '满意', unsatisfied: '不满意', unreached: '未能回访' }

const moment = (key: string, header: string, headerEn: string, note: string): Column => ({
  key,
  header,
  headerEn,
  kind: 'instant',
  required: key === 'opened',
  note,
  example: '',
  ...(key === 'opened' ? {} : { omissible: true }),
})

/** One case a row; steps whose time nobody knows stay blank. */
export const pastColumns: readonly Column[] = [
  {
    key: 'number',
    header: '编号',
    headerEn: 'Number',
    kind: 'text',
    required: true,
    note: '原系统的编号；同一编号只登记一次',
    example: '12345-2025-000123',
  },
  {
    key: 'place',
    header: '小区或地点',
    headerEn: 'Place',
    kind: 'text',
    required: true,
    note: '小区、社区或街道的代码，或小区全名',
    example: '150203006012-0001',
  },
  {
    key: 'category',
    header: '类别',
    headerEn: 'Category',
    kind: 'text',
    required: true,
    note: '诉求类别的代码或名称，见“类别”表；它决定办理期限',
    clause: '6.4.2',
    example: '楼道灯不亮',
  },
  {
    ...moment('opened', '反映时间', 'Opened', '写到分钟；只知道日期就写日期，从当日零时算'),
    example: '2025-03-03 09:30',
  },
  {
    ...moment('signed', '签收时间', 'Signed', '不知道就留空；只知道日期的按当日最后一刻算'),
    example: '2025-03-03 10:05',
  },
  {
    ...moment('answered', '答复时间', 'Answered', '不知道就留空；已办结的按办结时间算'),
    example: '2025-03-05 16:00',
  },
  { ...moment('closed', '办结时间', 'Closed', '未办结的留空'), example: '2025-03-06 11:00' },
  {
    ...moment('target', '目标期限', 'Target', '当时定的期限；不写则按类别期限和当年工作日历算'),
    example: '2025-03-10 18:00',
  },
  {
    key: 'hours',
    header: '时限（小时）',
    headerEn: 'Hours',
    kind: 'decimal',
    required: false,
    note: '当时按小时定的时限，从反映时起昼夜连续计算；与目标期限只填一个',
    example: '',
    omissible: true,
  },
  {
    key: 'outcome',
    header: '结果',
    headerEn: 'Result',
    kind: 'choice',
    required: false,
    note: '不知道就留空，按“结果未确认”登记，不算已解决',
    example: '已解决',
    choices: labels(outcomeNames),
    omissible: true,
  },
  {
    key: 'satisfied',
    header: '回访满意',
    headerEn: 'Satisfied',
    kind: 'choice',
    required: false,
    note: '没有回访就留空；未能回访的不计入满意率',
    example: '满意',
    choices: choicesOf(visitChoices),
    omissible: true,
  },
  {
    key: 'channel',
    header: '来源渠道',
    headerEn: 'Channel',
    kind: 'choice',
    required: false,
    note: '不写则为“历史导入”；热线解决率只数 12345 转办的',
    example: '12345 转办',
    choices: labels(channelNames),
    omissible: true,
  },
  {
    key: 'content',
    header: '内容',
    headerEn: 'Content',
    kind: 'text',
    required: false,
    note: '不要写姓名、电话和门牌',
    example: '三单元楼道灯不亮',
    omissible: true,
  },
]
