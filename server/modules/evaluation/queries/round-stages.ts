import { sql } from 'kysely'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { rows } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { Day } from '../../../values/days.ts'
import { type Calendar, workingDaysBetween } from '../../../values/working-days.ts'
import { round as roundResource } from '../policy.ts'
import { type Procedure, refusalToEnd, unfinishedIn, workOf } from '../procedure.ts'
import { subjectsInSight } from './subjects-of-round.ts'
import { wayOnFrom } from '../rules/stages.ts'
import { figuresAt } from '../papers-of-round.ts'
import { findRound, type Round } from '../storage/rounds.ts'
import { allSubjects } from '../storage/subjects.ts'

type Stages = Answer<typeof getRoundStages>

/** What a round has gone through, how far its stage is, and the way on. */
export async function roundStages(ctx: Context, procedure: Procedure, id: string): Promise<Stages> {
  const seen = await permitted(ctx, 'evaluation.see-rounds', roundResource, [id])
  const round = seen.has(id) ? await findRound(ctx.db, id) : undefined
  if (!round) throw refuse('not-found')
  const [events, progress, next, calendar] = await Promise.all([
    history(ctx, id),
    workOf(ctx, procedure, round, subjectsInSight(ctx, id)),
    wayOn(ctx, procedure, round),
    procedure.calendar(ctx.db),
  ])
  return { daysLeft: daysLeft(calendar, ctx.clock.today(), round.dueOn), events, progress, next }
}

function daysLeft(calendar: Calendar, today: Day, dueOn: Day | null): number | null {
  if (dueOn === null) return null
  const days =
    today <= dueOn ? workingDaysBetween(calendar, today, dueOn) : workingDaysBetween(calendar, dueOn, today)
  if (days === 'unknown') return null
  return today <= dueOn ? days : -days
}

const history = (ctx: Context, id: string) =>
  rows(
    ctx.db,
    sql<Stages['events'][number]>`SELECT e.kind, e.at, account.display_name AS by, e.data->>'stage' AS stage,
      (e.data->>'dueOn')::date AS "dueOn", (e.data->>'provisional')::date AS provisional,
      coalesce((e.data->>'unfinished')::integer, 0) AS unfinished, e.data->>'decision' AS decision
      FROM evaluation.round_event e LEFT JOIN accounts.published_account account ON account.id = e.by
      WHERE e.round_id = ${id} ORDER BY e.seq`,
  )

async function wayOn(ctx: Context, procedure: Procedure, round: Round): Promise<Stages['next']> {
  const way = wayOnFrom(round.state)
  if (!way) return null
  const may = await permitted(ctx, way.verb, roundResource, [round.id])
  const unfinished = unfinishedIn(await workOf(ctx, procedure, round, allSubjects(round.id)))
  // A decision can let work be, but not a term: what is still refused with one, stands.
  const refused = refusalToEnd(ctx, round, way, { unfinished, decision: '…' })
  const { limit } = figuresAt(await procedure.engine.editions.rulebookOf(round.edition), ctx.clock.today())
  return {
    from: way.from,
    to: way.to,
    may: may.has(round.id),
    workingDays: way.term === null ? null : Number(limit(way.term)),
    unfinished,
    refused: refused?.zh ?? null,
    refusedEn: refused?.en ?? null,
  }
}
