import { AlignmentType, BorderStyle, Document, PageOrientation, Packer, Paragraph, type Table } from 'docx'
import { qrPng } from '../../../platform/printing/qr-code.ts'
import type { NoticeData, PaperData, StarData } from './paper-data.ts'
import { bare, centred, fonts, framed, grid, line, mm, picture, pt, red, run } from './word-parts.ts'

const body = 16
const small = 10.5

/** QR code, the code in letters, and the place of the seal with issuer and day. */
async function foot(data: PaperData): Promise<Table> {
  const png = await qrPng(data.verify)
  const right = (text: string, size: number) =>
    line({ text, size }, { alignment: AlignmentType.CENTER, spacing: { after: pt(4) } })
  return grid(
    [
      [
        { width: 20, children: [new Paragraph({ children: [picture(png, 100)] })] },
        {
          width: 40,
          children: [
            line({ text: `编号 ${data.code}`, size: small, bold: true }),
            line({ text: data.check, size: 9, color: '595959' }),
            ...(data.footer ? [line({ text: data.footer, size: 9, color: '595959' })] : []),
          ],
        },
        {
          width: 40,
          children: [
            right('（盖章）', small),
            right('', body),
            right(data.issuer, body),
            right(data.day, body),
          ],
        },
      ],
    ],
    bare,
  )
}

const indented = (text: string) =>
  line(
    { text, size: body },
    { indent: { firstLine: pt(body * 2) }, spacing: { line: pt(28), lineRule: 'exact' } },
  )

function resultTables({ result, heads, groups }: NoticeData): (Table | Paragraph)[] {
  const cell = (text: string, width: number, centre = true, bold = false) => ({
    width,
    children: [
      line({ text, size: 12, bold }, { alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT }),
    ],
  })
  const share = 100 / result.length
  return [
    grid(
      [
        result.map(({ label }) => cell(label, share)),
        result.map(({ value }) => cell(value, share, true, true)),
      ],
      framed,
    ),
    // Two tables that touch become one in Word.
    line({ text: '', size: 6 }),
    grid(
      [
        heads.map((head, i) => cell(head, i === 0 ? 60 : 20, true, true)),
        ...groups.map(({ name, points, got }) => [cell(name, 60, false), cell(points, 20), cell(got, 20)]),
      ],
      framed,
    ),
  ]
}

/** 评价结果通知书: A4, margins and type of GB/T 9704. */
export async function wordNotice(data: NoticeData): Promise<Buffer> {
  const rule = { style: BorderStyle.SINGLE, size: 12, color: red, space: 4 }
  const document = new Document({
    title: `${data.title} ${data.name}`,
    creator: data.issuer,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(30), bottom: mm(25), left: mm(28), right: mm(26) },
          },
        },
        children: [
          centred({ text: data.head, size: 26, font: fonts.title, color: red }, 4),
          line(
            { text: data.number, size: 12 },
            { alignment: AlignmentType.RIGHT, border: { top: rule }, spacing: { after: pt(10) } },
          ),
          centred({ text: data.title, size: 22, font: fonts.title }, 12),
          line({ text: `${data.name}：`, size: body }, { spacing: { line: pt(28), lineRule: 'exact' } }),
          ...data.opening.map(indented),
          line({ text: '', size: 6 }),
          ...resultTables(data),
          line({ text: '', size: 6 }),
          ...data.closing.map(indented),
          line({ text: '', size: 12 }),
          await foot(data),
        ],
      },
    ],
  })
  return await Packer.toBuffer(document)
}

/** 星级证书: A4 across, in a double frame. */
export async function wordStar(data: StarData): Promise<Buffer> {
  const frame = { style: BorderStyle.DOUBLE, size: 18, color: 'B8860B', space: 24 }
  const document = new Document({
    title: `${data.title} ${data.name}`,
    creator: data.issuer,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(24), bottom: mm(20), left: mm(30), right: mm(30) },
            borders: {
              pageBorderTop: frame,
              pageBorderBottom: frame,
              pageBorderLeft: frame,
              pageBorderRight: frame,
            },
          },
        },
        children: [
          centred({ text: data.title, size: 40, font: fonts.title, color: red }, 6),
          centred({ text: '★'.repeat(data.stars), size: 36, font: fonts.heading, color: red }, 12),
          centred({ text: data.name, size: 30, font: fonts.title }, 12),
          new Paragraph({
            indent: { firstLine: pt(36) },
            spacing: { line: pt(30), lineRule: 'exact', after: pt(8) },
            children: [run({ text: data.text, size: 18 })],
          }),
          centred({ text: data.band, size: 32, font: fonts.title, color: red }, 20),
          line({ text: data.number, size: small }),
          await foot(data),
        ],
      },
    ],
  })
  return await Packer.toBuffer(document)
}
