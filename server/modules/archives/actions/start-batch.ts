import { v7 as uuid } from 'uuid'
import { defineAction } from '../../../access/action.ts'
import { roundResource } from '../../evaluation/index.ts'
import { type BatchOrder, sizeOf } from '../batches.ts'
import { refuse } from '../problems.ts'
import { insertBatch, runningBatch } from '../storage/batches.ts'

const empty = {
  notice: { zh: '结果还没有确定，没有通知书', en: 'the result is not final and there are no notices' },
  star: { zh: '还没有颁发星级证书', en: 'no star certificates have been issued' },
  table: { zh: '还没有计算得分', en: 'no scores have been computed' },
}

/** Asks for papers of a whole round; a person has one batch at a time. */
export const startBatch = defineAction({
  verb: 'archives.print-batch',
  on: ({ roundId }: Omit<BatchOrder, 'id'>) => ({ resource: roundResource, id: roundId, lock: 'none' }),
  async run(ctx, order) {
    if (order.what === 'table' && order.form === 'docx') throw refuse('no-word-tables', {}, { field: 'form' })
    const askedBy = ctx.actor.id as string
    const at = ctx.clock.now().toISOString()
    const running = await runningBatch(ctx.db, askedBy, at)
    if (running) throw refuse('batch-running', running)
    const total = await sizeOf(ctx, order)
    if (total === 0) throw refuse('batch-empty', { why: empty[order.what] })
    const id = uuid()
    await insertBatch(ctx.db, { ...order, id, askedBy, askedAt: at, total })
    return {
      answer: { id },
      audit: {
        resource: roundResource.name,
        id: order.roundId,
        summary: `成批出件 ${total} 份`,
        detail: { batch: id, what: order.what, form: order.form },
      },
    }
  },
})
