import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPage {
  /** What a reader can select and copy, in reading order, without blanks. */
  text: string
  png: Buffer
  /** Share of the page that is not white. */
  inked: number
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The pages of a PDF as a viewer shows them. @param scale 1 is 72 dots an inch */
export async function readPdf(bytes: Uint8Array, scale = 1.5): Promise<ReadPage[]> {
  const opened = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    verbosity: 0,
  }).promise
  const pages: ReadPage[] = []
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    const viewport = page.getViewport({ scale })
    const made = opened.canvasFactory as unknown as {
      create(width: number, height: number): { canvas: Canvas; context: CanvasRenderingContext2D }
    }
    const { canvas, context } = made.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: canvas as never, canvasContext: context, viewport }).promise
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data
    pages.push({
      text: text.replace(/\s+/g, ''),
      png: canvas.toBuffer('image/png'),
      inked: inkedShare(pixels),
    })
  }
  await opened.loadingTask.destroy()
  return pages
}

interface Canvas {
  width: number
  height: number
  toBuffer(type: 'image/png'): Buffer
}

function inkedShare(pixels: Uint8ClampedArray): number {
  let inked = 0
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 200) inked++
  return (inked * 4) / pixels.length
}
