import { defineAction } from '../../../../access/action.ts'
import { appeal } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { appealById, type KeptAppeal, takeBack } from '../../storage/appeals/appeals.ts'

/** 撤回申诉: as long as it is not answered; while the term runs the rows may be appealed again. */
export const withdrawAppeal = defineAction({
  verb: 'publicity.withdraw-appeal',
  on: ({ id }: { id: string }) => ({ resource: appeal, id }),
  async run(ctx, { id }) {
    const { number, state, subjectName, assigneeId } = (await appealById(ctx.db, id)) as KeptAppeal
    if (state !== 'open') throw refuse('appeal-settled', { number })
    await takeBack(ctx.db, id, ctx.clock.now().toISOString())
    return {
      answer: { withdrawn: true as const },
      audit: { resource: appeal.name, id, summary: `撤回申诉 ${number}（${subjectName}）` },
      tells: assigneeId
        ? [
            {
              to: [{ accountId: assigneeId }],
              zh: `申诉 ${number}（${subjectName}）已由申诉方撤回，无需答复。`,
              en: `Appeal ${number} (${subjectName}) was withdrawn.`,
              link: `/publicity/appeals/${id}`,
              key: `appeal-withdrawn:${id}`,
            },
          ]
        : [],
    }
  },
})
