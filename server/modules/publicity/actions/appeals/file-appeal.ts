import type { RoundState } from '../../../../../contracts/evaluation/words.ts'
import { defineAction } from '../../../../access/action.ts'
import type { Context } from '../../../../access/context.ts'
import type { Telling } from '../../../../access/tell.ts'
import type { Editions } from '../../../../rulebook/load.ts'
import { attachDocuments } from '../../../documents/index.ts'
import { papersOf } from '../../appeal-results.ts'
import { appeal, scoredSubject } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { appealRefusal } from '../../rules/appeals/term.ts'
import { assign, candidatesOf, insertAppeal, sentBefore } from '../../storage/appeals/appeals.ts'
import { type Scene, heldScene, shownRows } from '../../storage/appeals/scenes.ts'

export interface AppealToFile {
  id: string
  subjectId: string
  rows: { indicator: string; reason: string }[]
  documentIds: string[]
}

/** 提出申诉: by the scored body, on named rows, while the publicity term runs; it is given to somebody at once. */
export const fileAppeal = (editions: Editions) =>
  defineAction({
    verb: 'publicity.file-appeal',
    on: ({ subjectId }: AppealToFile) => ({ resource: scoredSubject, id: subjectId, lock: 'none' as const }),
    async run(ctx, input) {
      const scene = await heldScene(ctx.db, input.subjectId)
      const publicationId = inTerm(ctx, scene)
      const { rows } = await papersOf(editions, scene)
      const shown = await shownRows(ctx.db, publicationId, scene.subjectId)
      checkRows(input.rows, shown)
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      const named = input.rows.map((one) => ({ ...one, fact: rows.get(one.indicator)?.fact ?? null }))
      const fresh = { ...scene, id: input.id, publicationId, rows: named }
      const number = await insertAppeal(ctx.db, fresh, stamp)
      const line = { resource: appeal.name, id: input.id }
      if (!number) {
        const sent = await sentBefore(ctx.db, fresh)
        if (!sent) throw refuse('appeal-id-used', {}, { field: 'id' })
        return {
          answer: { id: input.id, ...sent },
          audit: { ...line, summary: `申诉 ${sent.number} 重复提交，只计一次` },
        }
      }
      await attachDocuments(ctx.db, ctx, {
        ids: input.documentIds,
        resource: appeal.name,
        recordId: input.id,
        placeId: scene.placeId,
        bodyId: scene.bodyId,
      })
      const [first] = await candidatesOf(ctx.db, input.id, ctx.clock.today())
      if (first) {
        const given = { assigneeId: first.id, reason: '系统按在办件数自动分派' }
        await assign(ctx.db, input.id, given, { ...stamp, by: null })
      }
      const indicators = input.rows.map(({ indicator }) => indicator)
      return {
        answer: { id: input.id, number, assigned: first !== undefined },
        audit: {
          ...line,
          summary: `“${scene.name}”提出申诉 ${number}（${indicators.join('、')}）`,
          detail: {
            number,
            rows: input.rows,
            documents: input.documentIds.length,
            assignee: first?.id ?? null,
          },
        },
        tells: [told(input.id, number, scene, first?.id)],
      }
    },
  })

/** @throws before publication, and after the term with the day on which it ended */
function inTerm(ctx: Context, { roundName, roundState, publicationId, until }: Scene): string {
  const term = { until, published: publicationId !== null, today: ctx.clock.today() }
  const why = appealRefusal(roundState as RoundState, term)
  if (why) throw refuse(why, { round: roundName, day: until ?? '' }, { clause: 'A.1.4' })
  return publicationId as string
}

function checkRows(rows: AppealToFile['rows'], shown: ReadonlySet<string>): void {
  const seen = new Set<string>()
  for (const { indicator: row } of rows) {
    if (seen.has(row)) throw refuse('row-twice', { row }, { field: 'rows' })
    if (!shown.has(row)) throw refuse('row-not-shown', { row }, { field: 'rows' })
    seen.add(row)
  }
}

const told = (id: string, number: string, scene: Scene, assigneeId: string | undefined): Telling => ({
  to: assigneeId
    ? [{ accountId: assigneeId }]
    : [{ placeId: scene.placeId, roles: ['city-official'], reach: 'above' }],
  zh: assigneeId
    ? `“${scene.name}”提出申诉 ${number}，请您处理并答复。`
    : `“${scene.name}”提出申诉 ${number}，没有可自动分派的人员，请指定处理人。`,
  en: assigneeId
    ? `${scene.name} has appealed (${number}); please handle and answer it.`
    : `${scene.name} has appealed (${number}); nobody could be assigned, please choose somebody.`,
  link: `/publicity/appeals/${id}`,
  key: `appeal-filed:${id}`,
})
