import { v7 as uuid } from 'uuid'
import { defineAction } from '../../../access/action.ts'
import type { Telling } from '../../../access/tell.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import type { Papers } from '../papers.ts'
import { tie } from '../policy.ts'
import { refuse } from '../problems.ts'
import { lateConflictsOf } from '../storage/barred-work.ts'
import { type GivenTie, knownTies, replaceTies } from '../storage/ties.ts'
import { takeBackBarred } from '../take-back.ts'

/**
 * 利害关系声明: what binds the actor from now on. What he has or has graded that it touches goes to
 * others at once, handed in or not; where the result is out the bureau is told and nothing changes by itself.
 */
export const declareTies = (papers: Papers) =>
  defineAction({
    verb: 'grading.declare-ties',
    on: () => 'anywhere',
    async run(ctx, { ties }: { ties: readonly GivenTie[] }) {
      const { id } = ctx.actor
      if (id === null) throw refusePlatform('not-signed-in')
      const known = await knownTies(ctx.db, ties)
      const unknown = ties.findIndex((_, n) => !known.has(n))
      if (unknown >= 0) throw refuse('tie-unknown', { row: unknown + 1 }, { field: 'ties', row: unknown + 1 })
      await replaceTies(
        ctx.db,
        id,
        ties.map((one) => ({ id: uuid(), ...one })),
        ctx.clock.now().toISOString(),
      )
      const taken = await takeBackBarred(ctx, papers, { accountId: id })
      const late = await lateConflictsOf(ctx.db, id)
      return {
        answer: { ties: ties.length, reassigned: taken.tasks, late: late.length },
        audit: {
          resource: tie.name,
          id,
          // What binds whom is nobody else's: the trail says that it was declared, and what, sealed.
          summary: `声明利害关系 ${ties.length} 条，${taken.tasks} 项任务改由他人考核，${late.length} 项已公示的转主管部门核查`,
          detail: { ties: ctx.keys.seal(JSON.stringify(ties)) },
        },
        tells: [...taken.tells, ...late.map(flagged)],
      }
    },
  })

const flagged = (conflict: { id: string; placeId: string; roundName: string; name: string }): Telling => ({
  to: [{ placeId: conflict.placeId, roles: ['city-official', 'district-official'], reach: 'above' }],
  zh: `“${conflict.roundName}”公示后发现${conflict.name}一项评分的评分人须回避（A.1.4），请核查处理`,
  en: `A grade of ${conflict.name} in ${conflict.roundName} was given by somebody bound to it: look into it`,
  link: '/grading/conflicts',
  key: `grading-late-conflict-${conflict.id}`,
})
