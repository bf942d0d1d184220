import { defineAction } from '../../../access/action.ts'
import { post } from '../policy.ts'
import { sealedOfPost } from '../storage/persons.ts'

interface Reveal {
  id: string
  reason: string
}

/** The full name and phone of a post's holder. Looking is an act: it leaves the reason in the trail. */
export const revealPerson = defineAction({
  verb: 'organisations.reveal-person',
  on: ({ id }: Reveal) => ({ resource: post, id, lock: 'share' as const }),
  async run(ctx, { id, reason }) {
    const { personId, name, phone } = await sealedOfPost(ctx.db, id)
    const answer = { name: ctx.keys.open(name), phone: phone === null ? null : ctx.keys.open(phone) }
    return {
      answer,
      audit: { resource: post.name, id, summary: '查看完整姓名和手机号', detail: { personId, reason } },
    }
  },
})
