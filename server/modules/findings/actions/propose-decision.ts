import { v7 as uuid } from 'uuid'
import type { Received } from '../../../../contracts/endpoint.ts'
import { isLiving } from '../../../../contracts/evaluation/words.ts'
import type { proposeDecision as contract } from '../../../../contracts/findings/staff.ts'
import { defineAction } from '../../../access/action.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { attachDocuments } from '../../documents/index.ts'
import { stageTitles } from '../../evaluation/index.ts'
import { decidableRows } from '../decidable-rows.ts'
import type { EditionsAsked } from '../papers.ts'
import { decision, place } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type DecidedRound, heldRound, insertDecision, meantSubjects } from '../storage/decisions.ts'

type Input = Received<typeof contract>['body']

/** 提出不适用决定: one of two persons says that a row does not apply, by which ruling and why (C14, C22, C32, C38). */
export const proposeDecision = (editions: EditionsAsked) =>
  defineAction({
    verb: 'findings.propose-decision',
    on: (input: Input) => ({ resource: place, id: input.placeId, lock: 'none' }),
    async run(ctx, { documentIds, ...input }) {
      const round = await heldRound(ctx.db, input.roundId)
      if (!round) throw refusePlatform('not-found')
      refuseFrozenRound(round)
      const row = decidableRows(await editions.rulebookOf(round.edition), round, input.kind).find(
        ({ id }) => id === input.row,
      )
      if (!row) throw refuse('row-not-decidable', { row: input.row }, { field: 'row' })
      if (input.ground !== 'other' && !row.rulings.includes(input.ground))
        throw refuse('ground-not-in-row', { ground: input.ground, row: row.id }, { field: 'ground' })
      const scope = { ...input, subjectId: input.subjectId ?? null }
      const subjects = await meantSubjects(ctx.db, scope)
      if (subjects.length === 0)
        throw scope.subjectId
          ? refuse('subject-elsewhere', {}, { field: 'subjectId' })
          : refuse('nobody-concerned', {}, { field: 'placeId' })
      const id = uuid()
      const at = ctx.clock.now().toISOString()
      const named = { indicator: row.id, fact: row.fact, year: round.year }
      await insertDecision(ctx.db, { ...scope, ...named, id, by: ctx.actor.id, at })
      const record = { ids: documentIds, resource: decision.name, recordId: id }
      await attachDocuments(ctx.db, ctx, { ...record, placeId: input.placeId, bodyId: null })
      const about = scope.subjectId ? subjects[0]?.name : `${subjects.length} 个对象`
      return {
        answer: { id, subjects: subjects.length },
        audit: {
          resource: decision.name,
          id,
          summary: `提出对${about}不适用 ${row.id}`,
          detail: { ground: input.ground, reason: input.reason, subjects: subjects.length },
        },
        tells: [
          {
            to: [{ placeId: input.placeId, roles: ['district-official', 'city-official'], reach: 'above' }],
            zh: `有一项不适用决定待批准：${row.id}，${about}。提出人以外的人员才能批准。`,
            en: `A decision that ${row.id} does not apply waits for somebody other than its proposer.`,
            link: `/findings/decisions/${id}`,
          },
        ],
      }
    },
  })

/** From publicity on scores change by appeals and corrections alone. */
export function refuseFrozenRound({ name, state }: DecidedRound): void {
  if (!isLiving(state))
    throw refuse(
      'round-frozen',
      { round: name, stage: state === 'closed' ? '已结束' : stageTitles[state] },
      { clause: 'A.1.4' },
    )
}
