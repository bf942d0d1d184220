import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('imports', {
  'kind-unknown': {
    status: 404,
    zh: '没有“{kind}”这种表格。可导入的有：{kinds}。',
    en: 'There is no kind of sheet called {kind}. Known: {kinds}.',
  },
  'no-heading': {
    zh: '前 {rows} 行里没有找到表头。请使用“{title}”模板，不要删改表头行。',
    en: 'No heading was found in the first {rows} rows. Use the template for {titleEn}.',
  },
  'other-template': {
    zh: '这是“{found}”的模板，而您选择导入的是“{wanted}”。请改选种类，或换成对应的文件。',
    en: 'This is the template for {foundEn}, but you chose {wantedEn}.',
  },
  'columns-missing': {
    zh: '缺少列：{columns}。选填的列可以留空，但不要删去；请对照“{title}”模板补齐后再上传。',
    en: 'Columns are missing: {columns}. Optional ones may be empty but must be there.',
  },
  'columns-twice': {
    zh: '列“{column}”出现了两次（{first} 列和 {second} 列）。请只保留一列。',
    en: 'The column {column} stands twice ({first} and {second}).',
  },
  'no-rows': {
    zh: '表头下面没有数据行。示例行不算数据，请填写后再上传。',
    en: 'There are no rows below the heading; the example row does not count.',
  },
  'bad-rows': {
    status: 409,
    zh: '还有 {count} 行需要改正，未导入任何内容。请改正后重新上传，或选择“只导入正确的行”。',
    en: '{count} rows need correction and nothing was imported. Correct them, or choose to import sound rows only.',
  },
  undecided: {
    status: 409,
    zh: '还有 {count} 行可能与已有记录重复（第 {rows} 行），请逐行选择“确认是新的”或“不导入”。',
    en: '{count} rows may be records you already have (rows {rows}). Decide on each.',
  },
  'not-checked': {
    status: 409,
    zh: '这次导入目前是“{state}”，不能确认。',
    en: 'This import is “{state}” and cannot be confirmed.',
  },
  'not-to-discard': {
    status: 409,
    zh: '这次导入目前是“{state}”，不能放弃。',
    en: 'This import is “{state}” and cannot be discarded.',
  },
  'nothing-sound': {
    status: 409,
    zh: '没有一行可以导入。请改正后重新上传。',
    en: 'No row can be imported. Correct the sheet and upload it again.',
  },
  'file-gone': {
    status: 410,
    zh: '原文件已超过保存期限（{days} 天）并已清除，请重新上传。',
    en: 'The uploaded file was removed after {days} days. Upload it again.',
  },
  'never-confirmed': {
    zh: '检查后 {days} 天没有确认，已自动放弃，检查结果和文件已清除。需要时请重新上传。',
    en: 'It was not confirmed within {days} days of its check: results and file were removed. Upload it again if needed.',
  },
  'changed-since-check': {
    zh: '检查之后数据有了变化，未导入任何内容。已重新检查，请看过结果再确认。',
    en: 'The data changed after the check and nothing was imported. It was checked again.',
  },
  interrupted: {
    zh: '导入中途服务停止，未保存任何内容。可以重新确认。',
    en: 'The server stopped during the import and nothing was saved. Confirm it again.',
  },
  broken: {
    zh: '处理第 {from}–{to} 行时系统出错，未保存任何内容。请重试；若仍出错，请把导入编号告诉系统管理员。',
    en: 'Something failed at rows {from}–{to} and nothing was saved. Try again or tell the administrator the number of this import.',
  },
  'account-closed': {
    zh: '上传人的账号已停用或不再有此权限，未导入任何内容。',
    en: 'The uploader’s account is closed or no longer may do this; nothing was imported.',
  },
  'repeated-row': { zh: '与第 {row} 行是同一条记录。请只保留一行。', en: 'The same record as row {row}.' },
})

/** Why one cell cannot be taken; each says what to write instead. */
export const cellFault = defineProblems('imports.cell', {
  required: { zh: '必填，请填写。', en: 'Required.' },
  formula: {
    zh: '单元格里是公式（{formula}），系统不读公式。请复制后“选择性粘贴为数值”。',
    en: 'The cell holds a formula ({formula}). Paste its value instead.',
  },
  error: { zh: '单元格里是错误值 {text}。请填写正确的内容。', en: 'The cell holds the error {text}.' },
  'date-in-text': {
    zh: 'Excel 把这里的内容变成了日期（{text}）。请把单元格设为“文本”格式后重新填写。',
    en: 'Excel turned this into a date ({text}). Format the cell as text and enter it again.',
  },
  'digits-lost': {
    zh: '数字超过 15 位，Excel 已丢失末尾的数字。请把单元格设为“文本”格式后重新填写。',
    en: 'A number of more than 15 digits lost its last ones in Excel. Format the cell as text and enter it again.',
  },
  'not-whole': {
    zh: '“{text}”不是整数。请填写如 {example} 的整数，不带单位。',
    en: '“{text}” is not a whole number.',
  },
  'not-number': {
    zh: '“{text}”不是数字。请填写如 {example} 的数字，不带单位。',
    en: '“{text}” is not a number.',
  },
  'not-day': {
    zh: '“{text}”不是日期。请写成 2026-01-31 的样子。',
    en: '“{text}” is not a day. Write it as 2026-01-31.',
  },
  'not-moment': {
    zh: '“{text}”不是时间。请写成 2026-01-31 09:30 的样子，只知道日期就写日期。',
    en: '“{text}” is no point in time. Write it as 2026-01-31 09:30, or the day alone.',
  },
  'no-such-moment': {
    zh: '“{text}”这个时间不存在。请核对。',
    en: 'There is no such point in time as {text}.',
  },
  'no-such-day': { zh: '“{text}”这一天不存在。请核对年月日。', en: 'There is no such day as {text}.' },
  'not-yes-no': { zh: '“{text}”看不懂。请填“是”或“否”。', en: 'Write 是 or 否, not “{text}”.' },
  'not-choice': { zh: '“{text}”不在可选内容中。请填：{choices}。', en: '“{text}” is none of: {choices}.' },
  'too-long': { zh: '超过 {limit} 个字。请缩短。', en: 'Longer than {limit} characters.' },
  'not-code': {
    zh: '“{text}”不像代码。请把单元格设为“文本”格式后重新填写。',
    en: '“{text}” is no code. Format the cell as text and enter it again.',
  },
  unkeepable: {
    zh: '含有不能保存的字符（U+0000 或残缺的字）。请删去后重新填写。',
    en: 'Holds a character that cannot be stored (U+0000, or half of one).',
  },
})
