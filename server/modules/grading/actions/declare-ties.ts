import { v7 as uuid } from 'uuid'
import { defineAction } from '../../../access/action.ts'
import type { Telling } from '../../../access/tell.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import type { Papers } from '../papers.ts'
import { task as taskResource, tie } from '../policy.ts'
import { refuse } from '../problems.ts'
import { barredTasks, type GivenTie, knownTies, replaceTies } from '../storage/ties.ts'
import { holdTasks } from '../storage/tasks.ts'
import { stepBack } from './step-back.ts'

/**
 * 利害关系声明: what binds the actor from now on. Drawn tasks that it bars go to others at once; an office's are shut by
 * the same guard.
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
      const barred = await barredTasks(ctx.db, id)
      const may = ctx.policy.filter(ctx.actor, 'grading.see-tasks', taskResource)
      const tells: Telling[] = []
      for (const task of (await holdTasks(ctx.db, barred, may)).values())
        tells.push(...(await stepBack(ctx, papers, task, '声明了利害关系')).tells)
      return {
        answer: { ties: ties.length, reassigned: barred.length },
        audit: {
          resource: tie.name,
          id,
          // What binds whom is nobody else's: the trail says that it was declared, and what, sealed.
          summary: `声明利害关系 ${ties.length} 条，${barred.length} 项任务改由他人考核`,
          detail: { ties: ctx.keys.seal(JSON.stringify(ties)) },
        },
        tells,
      }
    },
  })
