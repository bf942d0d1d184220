import type { Received } from '../../../../contracts/endpoint.ts'
import type { answerContest as contract } from '../../../../contracts/self-reports/staff.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Audience } from '../../../access/tell.ts'
import { readEntered, recordReadings, stageTitles } from '../../evaluation/index.ts'
import { whyBarred } from '../../grading/index.ts'
import type { EditionsAsked } from '../papers.ts'
import { contest } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Contest, heldContest, keepAnswer } from '../storage/contests.ts'
import { tableRows } from '../table-rows.ts'

type Input = Received<typeof contract>['body'] & { id: string }

/** Under whose name the value of an accepted contest stands among the recorded facts. */
export const settledBy = '异议核定'

/** 答复异议: accepted, the value named counts as an override with the reason; rejected, what stood stands. Once. */
export const answerContest = (editions: EditionsAsked) =>
  defineAction({
    verb: 'self-reports.answer-contest',
    on: ({ id }: Input) => ({
      resource: contest,
      id,
      lock: 'none',
      why: whyBarred(contest, 'self-reports.see-contests', id),
    }),
    async run(ctx, { id, outcome, reason, entered }) {
      const asked = await heldContest(ctx.db, id)
      if (asked.stage !== 'grading')
        throw refuse('contest-not-yet', {
          round: asked.roundName,
          stage: asked.stage === 'closed' ? '已结束' : stageTitles[asked.stage],
        })
      if (asked.submittedBy === ctx.actor.id) throw refuse('own-contest')
      const isFirst = await keepAnswer(ctx.db, id, {
        outcome,
        reason,
        by: ctx.actor.id,
        at: ctx.clock.now().toISOString(),
      })
      if (!isFirst) throw refuse('contest-answered')
      if (outcome === 'accepted') await writeOverride(ctx, editions, asked, { reason, entered })
      const word = outcome === 'accepted' ? '成立' : '不成立'
      return {
        answer: { outcome },
        audit: {
          resource: contest.name,
          id,
          summary: `答复“${asked.name}”对 ${asked.row} 的异议：${word}`,
          detail: { outcome, reason },
        },
        tells: [
          {
            to: bodyOf(asked),
            zh: `“${asked.name}”对 ${asked.row} 的异议已答复：${word}。${reason}`,
            en: `The contest of ${asked.row} about ${asked.name} was ${outcome}.`,
            link: `/self-reports/contests/${id}`,
          },
        ],
      }
    },
  })

async function writeOverride(
  ctx: Context,
  editions: EditionsAsked,
  asked: Contest,
  { reason, entered }: Pick<Input, 'reason' | 'entered'>,
): Promise<void> {
  const rulebook = await editions.rulebookOf(asked.edition)
  const row = tableRows(rulebook, asked).find(({ id }) => id === asked.row)
  const fact = row?.fact
  if (!fact) throw refuse('row-foreign', { row: asked.row })
  const said = { ...asked.claimed, ...present(entered) }
  const cells = {
    numerator: said.numerator ?? '',
    denominator: said.denominator ?? '',
    value: said.value ?? '',
  }
  if (!cells.numerator && !cells.value) throw refuse('accepted-value-missing', {}, { field: 'value' })
  const reading = readEntered(rulebook, fact, cells, asked.year)
  await recordReadings(ctx, [
    {
      year: asked.year,
      fact,
      placeId: asked.placeId,
      bodyId: asked.kind === 'enterprise' ? asked.bodyId : null,
      projectId: null,
      grader: settledBy,
      incident: '',
      ...reading,
      note: `异议成立：${reason}`,
      evidence: asked.evidenceNote,
      provenance: 'inspected',
      // Decided with reasons after hearing the other side: a grader's own departure does not weigh against it.
      standing: 'decision',
      reason,
    },
  ])
}

/** What the official enters replaces the whole claim: half of each would be nobody's figure. */
const present = (entered: Input['entered']) =>
  [entered.numerator, entered.denominator, entered.value].some(Boolean)
    ? { numerator: null, denominator: null, value: null, ...entered }
    : {}

function bodyOf({ kind, placeId, bodyId }: Contest): Audience[] {
  if (bodyId) return [{ bodyId, roles: ['enterprise'] }]
  const roles = {
    street: 'street-official',
    community: 'community-official',
    district: 'district-official',
  } as const
  const role = roles[kind as keyof typeof roles]
  return role ? [{ placeId, roles: [role], reach: 'at' }] : []
}
