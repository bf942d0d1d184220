import { Worker } from 'node:worker_threads'
import type { PrintOrder, Printed } from './pdf-worker.ts'

/** The shipped font by its inner name: under any other, Typst silently takes what the machine has. */
export const printFont = 'Noto Sans S Chinese'

interface Waiting {
  resolve: (pdf: Buffer) => void
  reject: (fault: Error) => void
}

let worker: Worker | undefined
let orders = 0
const waiting = new Map<number, Waiting>()

/** Typesetting is synchronous and takes some milliseconds a page: it has a thread of its own, begun with the first paper. */
function printer(): Worker {
  if (worker) return worker
  const begun = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  begun.on('message', (printed: Printed) => settle(printed))
  begun.on('error', (fault) => giveUp(begun, fault instanceof Error ? fault : new Error(String(fault))))
  begun.on('exit', () => giveUp(begun, new Error('the printing thread ended')))
  worker = begun
  return begun
}

function settle(printed: Printed): void {
  const order = waiting.get(printed.id)
  waiting.delete(printed.id)
  if (waiting.size === 0) worker?.unref()
  if ('pdf' in printed) order?.resolve(Buffer.from(printed.pdf))
  else order?.reject(new Error(`cannot be typeset: ${printed.fault}`))
}

/** What was under way fails by itself; the next paper begins another thread. */
function giveUp(ended: Worker, fault: Error): void {
  if (worker !== ended) return
  worker = undefined
  for (const order of waiting.values()) order.reject(fault)
  waiting.clear()
}

/**
 * Sets a Typst source that reads its words by `json("data.json")`: they are data and never markup. The same source and
 * words give the same bytes, if the source states its document's date. @param tagged for screen readers; leave out on
 * long tables, whose size it multiplies. @throws Error with Typst's diagnostics for a faulty source
 */
export function printPdf(source: string, data: object, { tagged = true } = {}): Promise<Buffer> {
  const order: PrintOrder = { id: ++orders, source, data: JSON.stringify(data), tagged }
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    const at = printer()
    // While a paper is being set the process waits for it; afterwards the thread holds nobody back.
    at.ref()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours has no origin
    at.postMessage(order)
  })
}
