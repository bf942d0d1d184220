import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'

/** 公文 fonts are not free to ship, but every office computer has them: the file names them. GB/T 9704. */
export const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体' } as const
export const red = 'B3261E'

/** Word counts type in half points and lengths in twentieths of a point. */
export const pt = (points: number): number => points * 20
export const mm = (length: number): number => Math.round((length * 1440) / 25.4)

export interface Words {
  text: string
  size: number
  font?: string
  bold?: boolean
  color?: string
}

export const run = ({ text, size, font = fonts.body, bold = false, color }: Words): TextRun =>
  new TextRun({
    text,
    size: size * 2,
    bold,
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: font, cs: font },
    ...(color ? { color } : {}),
  })

export const line = (words: Words, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [run(words)] })

export const centred = (words: Words, after = 0): Paragraph =>
  line(words, { alignment: AlignmentType.CENTER, spacing: { after: pt(after) } })

export const picture = (png: Buffer, side: number): ImageRun =>
  new ImageRun({ type: 'png', data: png, transformation: { width: side, height: side } })

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
interface Borders {
  top: IBorderOptions
  bottom: IBorderOptions
  left: IBorderOptions
  right: IBorderOptions
}
export const framed: Borders = { top: thin, bottom: thin, left: thin, right: thin }
export const bare: Borders = { top: none, bottom: none, left: none, right: none }

export interface Cell {
  children: Paragraph[]
  /** In percent of the table. */
  width: number
}

/** A table as wide as the page, framed or bare. */
export const grid = (rows: Cell[][], borders: Borders): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: borders.top, insideVertical: borders.top },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            ({ children, width }) =>
              new TableCell({
                children,
                borders,
                width: { size: width, type: WidthType.PERCENTAGE },
                verticalAlign: VerticalAlign.CENTER,
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
              }),
          ),
        }),
    ),
  })
