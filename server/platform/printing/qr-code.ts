import QRCode from 'qrcode'

/** Readable although a quarter of it is dirty or under a seal. */
const options = { errorCorrectionLevel: 'Q', margin: 1 } as const

/** As a drawing for a PDF or a page. */
export const qrSvg = (text: string): Promise<string> => QRCode.toString(text, { ...options, type: 'svg' })

/** As a picture for a word processor. @param width in pixels */
export const qrPng = (text: string, width = 360): Promise<Buffer> =>
  QRCode.toBuffer(text, { ...options, type: 'png', width })
