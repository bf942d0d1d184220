import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('standards', {
  'edition-unknown': {
    status: 404,
    zh: '规则库里没有编号为“{id}”的版本。',
    en: 'The rule-book has no edition {id}.',
  },
  'table-unknown': { status: 404, zh: '这一版本没有“{id}”表。', en: 'This edition has no table {id}.' },
  'row-unknown': { status: 404, zh: '这一版本没有编号为 {id} 的指标。', en: 'This edition has no row {id}.' },
  'clause-unknown': { status: 404, zh: '标准没有第 {id} 条。', en: 'The standard has no clause {id}.' },
  'code-taken': {
    status: 409,
    zh: '已有编号为“{code}”的版本。请换一个编号。',
    en: 'There is already an edition {code}.',
  },
  'year-outside': {
    zh: '新版本的起始年度须在 {least} 至 {most} 之间。',
    en: 'The first year of a new edition lies between {least} and {most}.',
  },
  'not-draft': {
    status: 409,
    zh: '这一版本{state}，不能再修改。如需修改，请退回草稿或另建一份。',
    en: 'This edition is {state} and cannot be changed.',
  },
  'not-submitted': {
    status: 409,
    zh: '这一版本现在不在待批准状态（{state}）。请刷新页面。',
    en: 'This edition does not wait for approval ({state}).',
  },
  'draft-moved': {
    status: 409,
    zh: '打开之后，{by}又改过这份草稿。请刷新，看过最新内容再办理。',
    en: '{by} changed this draft after you opened it. Reload first.',
  },
  'part-unknown': { zh: '草稿里没有“{key}”。', en: 'The draft has no {key}.' },
  'part-faulty': { zh: '{reason}', en: '{reason}' },
  'part-too-long': {
    zh: '这一处的内容太长（至多 {most} 字）。',
    en: 'This part is too long (at most {most} characters).',
  },
  'row-number-taken': { zh: '编号 {row} 已被本版本的另一行占用。', en: 'Row {row} exists already.' },
  'order-incomplete': {
    zh: '“{table}”表的顺序须恰好列出全部各行，每行一次。',
    en: 'The order of {table} names every row once.',
  },
  'successor-form': {
    zh: '{from} 的对应关系须写明新编号和理由（至少 4 个字）。',
    en: 'The successor of {from} needs a row and a reason.',
  },
  'successor-other': {
    zh: '{row} 对应到 {to}，但 {to} 在草稿里不存在，或读取的不是同一个事实。',
    en: '{to}, named as successor of {row}, is absent or reads another fact.',
  },
  'row-has-readings': {
    status: 409,
    zh: '{row}“{name}”在 {years} 年已有 {count} 条评分或登记，不能直接删除或改号。请恢复这一行，或在“对应关系”里写明由哪一行接替（须读取同一个事实）。',
    en: 'Row {row} has {count} grades or facts recorded for {years}: restore it, or name the row that takes its place.',
  },
  'frame-code': {
    zh: '文件里的版本编号是“{found}”，草稿的是“{code}”。',
    en: 'The file is of edition {found}, the draft is {code}.',
  },
  'frame-from': {
    zh: '版本须自某年 1 月 1 日起施行，不写终止日。',
    en: 'An edition begins on 1 January and names no end.',
  },
  'frame-table': {
    zh: '四张表不能增减：“{table}”。评价对象是按表产生的。',
    en: 'Tables are neither added nor dropped: {table}.',
  },
  'frame-subject': {
    zh: '“{table}”表的评价对象和类别不能改。',
    en: 'Subject and variants of table {table} stay as they are.',
  },
  'frame-band': {
    zh: '“{table}”表没有名为“{band}”的档次：档次名称不能改，起止分数可以改。',
    en: 'Table {table} has no band {band}: names of bands stay, their limits may change.',
  },
  'edition-faulty': {
    zh: '还有 {count} 处没有通过检查，不能提交。第一处：{first}',
    en: '{count} faults are left. The first: {first}',
  },
  'same-person': {
    status: 403,
    zh: '批准须由提交人和修改人以外的人办理（双人制）。您改过或提交过这份草稿。',
    en: 'Somebody who neither changed nor submitted the draft approves it.',
  },
  'published-stands': {
    status: 409,
    zh: '已发布的版本不能修改或撤销。请以它为底本另建一份。',
    en: 'A published edition never changes. Copy it instead.',
  },
})
