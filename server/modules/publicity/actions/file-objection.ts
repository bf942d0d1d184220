import { randomBytes } from 'node:crypto'
import { defineAction, type Told } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { maskMobile, parseMobile } from '../../../values/phone.ts'
import { holdRound } from '../../evaluation/index.ts'
import { publishedRound } from '../policy.ts'
import { refuse } from '../problems.ts'
import { receiptOf } from '../rules/receipt.ts'
import { findTarget, keepObjection, type Target } from '../storage/objections.ts'

export interface ObjectionToFile {
  id: string
  roundId: string
  subjectId: string | null
  indicator: string | null
  text: string
  name: string | null
  phone: string | null
}

/** 提出异议: by anybody, while the term runs; who names himself is kept sealed (A.1.4 公开透明). */
export const fileObjection = defineAction({
  verb: 'publicity.file-objection',
  on: ({ roundId }: ObjectionToFile) => ({ resource: publishedRound, id: roundId, lock: 'none' as const }),
  async run(ctx, input) {
    const target = await openTarget(ctx, input)
    const phone = phoneOf(input.phone)
    const placeId = target.subject?.districtId ?? target.placeId
    const kept = await keepObjection(ctx.db, {
      ...input,
      publicationId: target.publicationId,
      placeId,
      receipt: receiptOf(randomBytes(12)),
      nameSealed: input.name ? ctx.keys.seal(input.name) : null,
      phoneSealed: phone ? ctx.keys.seal(phone) : null,
      at: ctx.clock.now().toISOString(),
    })
    if (!kept) throw refuse('objection-id-used', {}, { field: 'id' })
    const { receipt, isNew } = kept
    return {
      answer: { receipt, dueOn: target.dueOn },
      audit: {
        resource: 'publicity.objection',
        id: input.id,
        summary: `公众对“${target.subject?.name ?? target.name}”的公示提出异议（${receipt}）`,
        detail: { receipt, indicator: input.indicator, phone: phone ? maskMobile(phone) : null },
      },
      ...(isNew ? tellBureaus(input, target, placeId) : {}),
    }
  },
})

/** @throws when the round takes no objections today, or shows no such subject or row */
async function openTarget(ctx: Context, input: ObjectionToFile): Promise<Target> {
  await holdRound(ctx.db, input.roundId)
  const target = await findTarget(ctx.db, input)
  const isOpen = target?.state === 'publicity' && (target.dueOn === null || ctx.clock.today() <= target.dueOn)
  if (!target || !isOpen) throw refuse('term-over', {}, { clause: 'A.1.4' })
  if (input.subjectId && !target.subject) throw refuse('subject-not-shown', {}, { field: 'subjectId' })
  if (input.indicator && !target.hasRow)
    throw refuse('row-not-shown', { row: input.indicator }, { field: 'indicator' })
  return target
}

function phoneOf(typed: string | null): string | null {
  if (!typed) return null
  const read = parseMobile(typed)
  if (!read.ok) throw refuse('phone-unreadable', { phone: typed }, { field: 'phone' })
  return read.value
}

const tellBureaus = ({ id }: ObjectionToFile, target: Target, placeId: string): Told => ({
  tells: [
    {
      to: [{ placeId, roles: ['city-official', 'district-official'], reach: 'above' }],
      zh: `公众对“${target.subject?.name ?? target.name}”的公示提出异议，请在公示期内答复。`,
      en: `The public objects to what is shown of ${target.subject?.name ?? target.name}; answer within the term.`,
      link: `/publicity/objections/${id}`,
      due: target.dueOn,
      key: `objection:${id}`,
    },
  ],
})
