import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** What the printer asks for: a Typst source that reads its words from `data.json`, and those words. */
export interface PrintOrder {
  id: number
  source: string
  data: string
  tagged: boolean
}
export type Printed = { id: number; pdf: Uint8Array } | { id: number; fault: string }

const fonts = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
// No file of the machine is read: the workspace holds nothing but the words of the order.
const workspace = '/printing'
const words = `${workspace}/data.json`
/** After so many papers what none of the last ones used is forgotten. */
const papersKept = 10

const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] })

function print({ id, source, data, tagged }: PrintOrder): Printed {
  compiler.mapShadow(words, Buffer.from(data))
  try {
    const compiled = compiler.compile({ mainFileContent: source })
    const fault = compiled.takeError()
    if (fault || !compiled.result)
      return { id, fault: JSON.stringify(fault ? compiler.fetchDiagnostics(fault) : 'no document') }
    return { id, pdf: compiler.pdf(compiled.result, { pdfTags: tagged }) }
  } finally {
    compiler.unmapShadow(words)
    compiler.evictCache(papersKept)
  }
}

function answer(order: PrintOrder): Printed {
  try {
    return print(order)
  } catch (fault) {
    return { id: order.id, fault: String(fault) }
  }
}

parentPort?.on('message', (order: PrintOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours has no origin
  parentPort?.postMessage(answer(order))
})
