import { defineAction } from '../../../access/action.ts'
import { objection } from '../policy.ts'
import { objectionToAnswer } from '../storage/objections.ts'

/** Name and telephone of who objected, for asking back. Looking is an act: it stands in the trail. */
export const revealObjector = defineAction({
  verb: 'publicity.answer-objections',
  on: ({ id }: { id: string }) => ({ resource: objection, id, lock: 'share' as const }),
  async run(ctx, { id }) {
    const { receipt, nameSealed, phoneSealed } = await objectionToAnswer(ctx.db, id)
    const opened = (sealed: string | null) => (sealed === null ? null : ctx.keys.open(sealed))
    return {
      answer: { name: opened(nameSealed), phone: opened(phoneSealed) },
      audit: { resource: objection.name, id, summary: `查看公示异议 ${receipt} 的联系方式` },
    }
  },
})
