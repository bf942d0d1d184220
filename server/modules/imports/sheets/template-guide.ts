import type ExcelJS from 'exceljs'
import type { SheetKind } from '../../sheet-kind.ts'

const kinds = {
  text: '文字',
  code: '代码（文本）',
  integer: '整数',
  decimal: '数字',
  day: '日期',
  instant: '日期和时间',
  choice: '下拉选择',
  'yes-no': '是或否',
}

const rules = [
  '1. 请勿改动第一行表头；红底带 * 的列必填，灰底的列选填。选填列可以留空，但不要删去整列。',
  '2. 第二行是示例行，不导入，可以保留，也可以删去。',
  '3. 日期写成 2026-01-31；2026/1/31、2026年1月31日也能识别。',
  '4. 单元格里不要写公式；从别处复制时请“选择性粘贴为数值”。',
  '5. 上传后系统先检查、不保存；看过结果并确认后才导入。有错的行会写明单元格和原因，可下载改正。',
  '6. 同一文件导入两次不会产生重复；名称相似的记录由人决定是否为同一条，系统不自动合并。',
  '7. 单个文件不超过 40 MB、20 万行。',
]

/** 填表说明: the second sheet, one line for each column. */
export function writeGuide(book: ExcelJS.Workbook, kind: SheetKind): void {
  const sheet = book.addWorksheet('填表说明')
  sheet.columns = [
    { width: 26 },
    { width: 10 },
    { width: 14 },
    { width: 52 },
    { width: 44 },
    { width: 14 },
    { width: 28 },
  ]
  sheet.addRow([`${kind.title}：填表说明`]).font = { bold: true, size: 14 }
  for (const line of rules) sheet.addRow([line])
  sheet.addRow([])
  sheet.addRow(['列名', '是否必填', '类型', '填写要求', '可填内容', '依据条款', '示例']).font = { bold: true }
  for (const column of kind.columns) {
    const choices = column.choices?.map((choice) => choice.label).join('、') ?? ''
    const line = sheet.addRow([
      column.header,
      column.required ? '必填' : '选填',
      kinds[column.kind],
      column.note,
      column.kind === 'yes-no' ? '是、否' : choices,
      column.clause ?? '',
      column.example,
    ])
    line.alignment = { vertical: 'top', wrapText: true }
    line.numFmt = '@'
  }
}
