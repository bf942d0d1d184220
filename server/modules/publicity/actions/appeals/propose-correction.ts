import type { RoundState } from '../../../../../contracts/evaluation/words.ts'
import { defineAction } from '../../../../access/action.ts'
import type { Editions } from '../../../../rulebook/load.ts'
import { attachDocuments } from '../../../documents/index.ts'
import { type Cells, papersOf } from '../../appeal-results.ts'
import { correction, scoredSubject } from '../../policy.ts'
import { refuse } from '../../problems.ts'
import { isFinal } from '../../rules/appeals/term.ts'
import { insertCorrection, sentBefore } from '../../storage/appeals/corrections.ts'
import { heldScene } from '../../storage/appeals/scenes.ts'

interface Proposal {
  id: string
  subjectId: string
  reason: string
  rows: { indicator: string; entered: Cells; reason: string }[]
  documentIds: string[]
}

/** 提出更正: a final result was found wrong. With reason and evidence; another official decides. */
export const proposeCorrection = (editions: Editions) =>
  defineAction({
    verb: 'publicity.propose-corrections',
    on: ({ subjectId }: Proposal) => ({ resource: scoredSubject, id: subjectId, lock: 'none' as const }),
    async run(ctx, input) {
      const scene = await heldScene(ctx.db, input.subjectId)
      if (scene.publicationId === null || !isFinal(scene.roundState as RoundState))
        throw refuse('correction-early', { round: scene.roundName }, { clause: 'A.1.4' })
      const papers = await papersOf(editions, scene)
      const seen = new Set<string>()
      const rows = input.rows.map(({ indicator, entered, reason }) => {
        if (seen.has(indicator)) throw refuse('row-twice', { row: indicator }, { field: 'rows' })
        seen.add(indicator)
        const { fact, reading } = papers.read(indicator, entered)
        return { indicator, fact, reading, reason }
      })
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      const fresh = { ...scene, id: input.id, reason: input.reason, rows }
      const number = await insertCorrection(ctx.db, fresh, stamp)
      const line = { resource: correction.name, id: input.id }
      if (!number) {
        const sent = await sentBefore(ctx.db, fresh)
        if (!sent) throw refuse('correction-id-used', {}, { field: 'id' })
        return {
          answer: { id: input.id, number: sent },
          audit: { ...line, summary: `更正 ${sent} 重复提交，只计一次` },
        }
      }
      await attachDocuments(ctx.db, ctx, {
        ids: input.documentIds,
        resource: correction.name,
        recordId: input.id,
        placeId: scene.placeId,
        bodyId: scene.bodyId,
      })
      const summary = `提出更正 ${number}：${scene.name}（${[...seen].join('、')}）`
      return {
        answer: { id: input.id, number },
        audit: { ...line, summary, detail: { number, reason: input.reason, rows } },
        tells: [
          {
            to: [{ placeId: scene.placeId, roles: ['city-official', 'district-official'], reach: 'above' }],
            zh: `提出了结果更正 ${number}：${scene.name}，须由另一名有权人员决定。`,
            en: `Correction ${number} of ${scene.name} was proposed; another official must decide it.`,
            link: `/publicity/corrections/${input.id}`,
            key: `correction-proposed:${input.id}`,
          },
        ],
      }
    },
  })
