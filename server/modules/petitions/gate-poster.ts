import { readFileSync } from 'node:fs'
import { printPdf } from '../../platform/printing/print-pdf.ts'
import { qrSvg } from '../../platform/printing/qr-code.ts'

const source = readFileSync(new URL('./gate-poster.typ', import.meta.url), 'utf8')

export interface Gate {
  name: string
  /** Of the compound: what the code carries. */
  code: string
  /** Where the public reaches this installation. */
  address: string
  /** 'YYYY-MM-DD'. */
  day: string
  demo: boolean
}

/** A page for the gate: the code opens the form with this compound chosen already. */
export async function gatePoster({ name, code, address, day, demo }: Gate): Promise<Buffer> {
  const target = `${address}/public/report?at=${encodeURIComponent(code)}`
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return await printPdf(source, {
    title: '有事扫一扫',
    name,
    qr: await qrSvg(target),
    address: target,
    date: { year, month, day: date },
    how: '微信、支付宝或手机相机都能扫',
    steps: ['1. 选什么事', '2. 说一句、拍张照', '3. 提交，看进展'],
    danger: '有危险先打电话：110 · 119 · 120',
    footer: demo ? '演示数据，请勿张贴' : '不会上网的，请到社区登记，或拨打 12345',
  })
}
