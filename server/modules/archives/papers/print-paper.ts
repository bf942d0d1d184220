import { readFileSync } from 'node:fs'
import type { PaperForm } from '../../../../contracts/archives/words.ts'
import { printPdf } from '../../../platform/printing/print-pdf.ts'
import { qrSvg } from '../../../platform/printing/qr-code.ts'
import type { Paper } from '../queries/paper.ts'
import { noticeData, type Printing, starData } from './paper-data.ts'
import { wordNotice, wordStar } from './word-papers.ts'

export const typstSource = (name: string): string =>
  readFileSync(new URL(`./${name}.typ`, import.meta.url), 'utf8')

const sources = { notice: typstSource('notice'), star: typstSource('star') }

export const paperTypes: Record<PaperForm, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

export interface PrintedPaper {
  name: string
  type: string
  body: Buffer
}

/** A file's name must do on every system. */
export const fileNameOf = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').slice(0, 120)

/** One notice or certificate. The PDF's bytes depend on what it says alone. */
export async function printPaper(paper: Paper, form: PaperForm, printing: Printing): Promise<PrintedPaper> {
  const data = await (paper.kind === 'notice' ? noticeData(paper, printing) : starData(paper, printing))
  const name = `${fileNameOf(`${data.title} ${paper.year} ${paper.name}`)}.${form}`
  if (form === 'docx') {
    const body = await ('opening' in data ? wordNotice(data) : wordStar(data))
    return { name, type: paperTypes.docx, body }
  }
  const body = await printPdf(sources[paper.kind], { ...data, qr: await qrSvg(data.verify) })
  return { name, type: paperTypes.pdf, body }
}
