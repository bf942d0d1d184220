import { handNames } from '../../../../contracts/moderation/words.ts'
import { defineAction } from '../../../access/action.ts'
import { permitted } from '../../../access/guard.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { conflictOf } from '../../grading/index.ts'
import { review } from '../policy.ts'
import { refuse } from '../problems.ts'
import { keepConfirmations, lockReviews, type ReviewToConfirm } from '../storage/reviews.ts'

interface Confirmation {
  reviews: { id: string; hash: string }[]
  note: string | null
}

/**
 * 复核确认 (两人制): one or many at once, one line in the trail with the hash of each. What cannot be confirmed holds up
 * nothing else, and says why.
 */
export const confirmReviews = defineAction({
  verb: 'moderation.confirm',
  on: (_: Confirmation) => 'anywhere',
  async run(ctx, { reviews, note }) {
    const seen = new Map(reviews.map(({ id, hash }) => [id, hash]))
    const ids = [...seen.keys()]
    const inSight = await permitted(ctx, 'moderation.see', review, ids)
    const found = new Map((await lockReviews(ctx.db, [...inSight], ctx.actor)).map((one) => [one.id, one]))
    // Asked after the locks: whoever graded a moment ago is caught too.
    const allowed = await permitted(ctx, 'moderation.confirm', review, ids)
    const judged = ids.map((id) => {
      const one = found.get(id)
      const why = one
        ? cannotConfirm(one, { seen: seen.get(id) ?? '', note, mayConfirm: allowed.has(id) })
        : refuse('not-in-sight')
      return { id, name: one?.name ?? '', why }
    })
    const confirmed = judged.flatMap(({ id, why }) => (why ? [] : [{ id, hash: seen.get(id) ?? '' }]))
    const at = ctx.clock.now().toISOString()
    if (confirmed.length > 0) await keepConfirmations(ctx.db, confirmed, note ?? '', { by: ctx.actor.id, at })
    const refused = judged.flatMap(({ id, name, why }) =>
      why ? [{ id, name, code: why.code, detail: why.zh, detailEn: why.en }] : [],
    )
    const [only] = judged
    // One by itself is refused as anything else is.
    if (judged.length === 1 && only?.why) throw only.why
    return {
      answer: { confirmed: confirmed.length, refused },
      audit: {
        resource: review.name,
        // A bulk line stands under the first of its reviews and names them all.
        id: (confirmed[0] ?? reviews[0])?.id ?? '',
        summary: `复核确认 ${confirmed.length} 个对象的得分`,
        detail: { confirmed, note, refused: refused.map(({ id, code }) => ({ id, code })) },
      },
    }
  },
})

function cannotConfirm(
  one: ReviewToConfirm,
  { seen, note, mayConfirm }: { seen: string; note: string | null; mayConfirm: boolean },
): Refusal | null {
  const { name, roundName: round, hash, openFlags, openQuestions } = one
  if (one.roundState !== 'moderation') return refuse('not-in-moderation', { round }, { clause: 'A.1.4' })
  if (hash === null) return refuse('no-score', { name })
  if (one.ownHand) return refuse('own-hand', { name, hand: handNames[one.ownHand] }, { clause: 'A.1.4' })
  if (!one.free) return conflictOf(one)
  if (!mayConfirm) return refuse('not-in-sight')
  if (one.confirmedHash === hash) return refuse('confirmed-already', { name, by: one.confirmedBy ?? '' })
  if (hash !== seen) return refuse('score-changed', { name })
  if (openQuestions > 0) return refuse('question-open', { name, count: openQuestions })
  if (openFlags > 0 && !note) return refuse('note-missing', { name, count: openFlags }, { field: 'note' })
  return null
}
