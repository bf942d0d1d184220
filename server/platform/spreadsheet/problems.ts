import { defineProblems } from '../problems/refusal.ts'

/** Why a file cannot be read as a sheet at all; a single bad cell is never a reason. */
export const refuse = defineProblems('spreadsheet', {
  empty: { zh: '文件是空的。请重新选择填好的表格。', en: 'The file is empty. Choose the sheet again.' },
  'not-a-sheet': {
    zh: '这不是电子表格。请上传 .xlsx 或 .csv 文件。',
    en: 'This is not a spreadsheet. Upload an .xlsx or .csv file.',
  },
  'old-or-locked': {
    zh: '这是旧版 .xls 文件，或设了打开密码。请在 Excel 或 WPS 里去掉密码，另存为 .xlsx 后再上传。',
    en: 'This is an old .xls file or has a password. Remove the password and save it as .xlsx.',
  },
  'not-a-workbook': {
    zh: '这是压缩文件，但里面不是 Excel 表格（{inside}）。请上传 .xlsx 文件本身。',
    en: 'This archive holds no workbook ({inside}). Upload the .xlsx itself.',
  },
  damaged: {
    zh: '表格文件已损坏，读到一半读不下去。请在 Excel 或 WPS 里打开、另存一份后再上传。',
    en: 'The file is damaged. Open it, save it anew and upload that.',
  },
  swollen: {
    zh: '表格解压后超过 {limit} MB，已停止读取。请删去无关的工作表、图片和空白行，或拆成几个文件。',
    en: 'Unpacked, the file exceeds {limit} MB and reading was stopped. Remove what does not belong, or split it.',
  },
  'too-many-rows': {
    zh: '表格超过 {limit} 行。请拆成几个文件分别导入。',
    en: 'The sheet has more than {limit} rows. Split it into several files.',
  },
  'no-visible-sheet': { zh: '文件里没有可见的工作表。', en: 'The workbook has no visible sheet.' },
  encoding: {
    zh: '认不出文字编码。请用 Excel 或 WPS 另存为“.xlsx”或“CSV UTF-8”后再上传。',
    en: 'The text encoding is unknown. Save as .xlsx or as CSV UTF-8.',
  },
  'open-quote': {
    zh: '第 {row} 行有一个双引号没有配对，后面的内容无法分清。请改正后再上传。',
    en: 'Row {row} has a double quote that is never closed.',
  },
})
