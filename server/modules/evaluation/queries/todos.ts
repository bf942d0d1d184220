import { sql } from 'kysely'
import type { Role } from '../../../../contracts/accounts/words.ts'
import type { RoundState } from '../../../../contracts/evaluation/words.ts'
import type { Context } from '../../../access/context.ts'
import { rows } from '../../../platform/database/database.ts'
import type { Editions } from '../../../rulebook/load.ts'
import type { Figure, Todo, TodoSource } from '../../todo-source.ts'
import { round, subject } from '../policy.ts'
import { rowsBroughtBy } from '../rules/evaluators.ts'
import { staleSubjects } from '../storage/staleness.ts'

interface CurrentRound {
  id: string
  name: string
  year: number
  state: RoundState
  run: number | null
  earlierRun: number | null
}

/** The rounds in sight that are not over, the newest first. */
const currentRounds = (ctx: Context) =>
  rows(
    ctx.db,
    sql<CurrentRound>`SELECT r.id, r.name, r.year, r.state, r.current_run AS run,
      (SELECT e.current_run FROM evaluation.round e WHERE e.place_id = r.place_id AND e.year = r.year - 1 AND e.current_run IS NOT NULL ORDER BY e.id DESC LIMIT 1) AS "earlierRun"
      FROM evaluation.round r WHERE r.state NOT IN ('archived', 'closed') AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-rounds', round)}
      ORDER BY r.year DESC, r.id DESC LIMIT 20`,
  )

const currentRound = async (ctx: Context) => (await currentRounds(ctx))[0]

/** For the bureau: open the year's round, compute it, compute it again when facts came in since. */
export const roundTodos: TodoSource = {
  verb: 'evaluation.evaluate',
  async todos(ctx) {
    const rounds = await currentRounds(ctx)
    const [current] = rounds
    const year = Number(ctx.clock.today().slice(0, 4))
    const addressOf = (one: CurrentRound | undefined) =>
      one ? `/evaluation/rounds/${one.id}` : '/evaluation/rounds'
    const link = addressOf(current)
    const one = (id: string, zh: string, en: string, count = 1): Todo => ({
      id,
      zh,
      en,
      due: `${year}-12-31`,
      count,
      link,
    })
    const again = await Promise.all(
      rounds.map(async (round): Promise<Todo[]> => {
        const stale = await staleSubjects(ctx.db, { ...round, currentRun: round.run })
        return stale === 0 ? [] : [{ ...runAgain(round, stale), link: addressOf(round) }]
      }),
    )
    if (!current || current.year < year)
      return [
        ...again.flat(),
        one('open-round', `${year} 年的评价轮次还没有开启`, `The round of ${year} is not open yet`),
      ]
    if (current.run === null)
      return [
        ...again.flat(),
        one('first-run', `“${current.name}”还没有计算得分`, `${current.name} has not been computed`),
      ]
    return again.flat()
  },
}

const runAgain = ({ id, name, year }: CurrentRound, stale: number): Omit<Todo, 'link'> => ({
  id: `run-again-${id}`,
  zh: `“${name}”（${year} 年）有 ${stale} 个对象的数据在计算之后变了，请重新计算`,
  en: `${stale} subjects of ${name} (${year}) changed since the last computation`,
  due: `${year}-12-31`,
  count: stale,
})

/** Rows that still lack a fact, for the roles that bring it. */
export const missingTodos = (editions: Editions): TodoSource => ({
  verb: 'evaluation.declare-facts',
  async todos(ctx) {
    const current = await currentRound(ctx)
    if (!current || current.run === null) return []
    const { rows: editionsRows } = await editions.whole()
    const all = Object.values(editionsRows).flatMap((tables) => Object.values(tables).flat())
    const own = rowsBroughtBy(ctx.actor.grants, all)
    const found = await rows(
      ctx.db,
      sql<{
        kind: string
        subjects: number
        rows: number
      }>`SELECT r.kind, count(DISTINCT r.id)::integer AS subjects, count(*)::integer AS rows
        FROM evaluation.score_row row JOIN evaluation.subject r ON r.id = row.subject_id
        WHERE row.run_id = ${current.run} AND row.state = 'missing' AND row.indicator = ANY(${own.map((row) => row.id)}::text[])
          AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)} GROUP BY r.kind ORDER BY r.kind`,
    )
    const names: Record<string, string> = {
      compound: '小区',
      enterprise: '企业',
      street: '街道',
      community: '社区',
      district: '旗县区',
    }
    return found.map(({ kind, subjects, rows: count }) => ({
      id: `missing-${kind}`,
      zh: `${subjects} 个${names[kind] ?? kind}还缺 ${count} 项由您评价或提供的数据`,
      en: `${subjects} subjects (${kind}) lack ${count} facts that you bring`,
      due: `${current.year}-12-31`,
      count,
      link: `/evaluation/rounds/${current.id}/missing?kind=${kind}&whose=mine`,
    }))
  },
})

const scored: readonly Role[] = ['enterprise', 'project-head', 'committee']

/** For those who are scored: rows of theirs that nobody has brought a fact for, and where to look. */
export const ownScoreTodos: TodoSource = {
  verb: 'evaluation.see-scores',
  async todos(ctx) {
    if (!ctx.actor.grants.some((grant) => scored.includes(grant.role))) return []
    const current = await currentRound(ctx)
    if (!current || current.run === null) return []
    const found = await rows(
      ctx.db,
      sql<{
        id: string
        name: string
        missing: number
        total: string
      }>`SELECT r.id, CASE WHEN r.kind = 'enterprise' THEN r.name || '（' || r.district_name || '）' ELSE r.name END AS name,
        score.missing_rows AS missing,
        round(score.total, 2)::text AS total
        FROM evaluation.score score JOIN evaluation.subject r ON r.id = score.subject_id
        WHERE score.run_id = ${current.run} AND score.missing_rows > 0
          AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}
        ORDER BY score.missing DESC, r.id LIMIT 10`,
    )
    return found.map(({ id, name, missing, total }) => ({
      id: `own-${id}`,
      zh: `${name}：暂计 ${total} 分，还有 ${missing} 项缺数据。请备好佐证，看看怎样提高得分`,
      en: `${name}: ${total} points so far, ${missing} rows lack data. See what would raise the score`,
      due: `${current.year}-12-31`,
      count: missing,
      link: `/evaluation/rounds/${current.id}/subjects/${id}`,
    }))
  },
}

/** How we stand: mean, share complete, against last year. */
export const scoreFigures: TodoSource = {
  verb: 'evaluation.see-scores',
  async figures(ctx): Promise<Figure[]> {
    const current = await currentRound(ctx)
    if (!current || current.run === null) return []
    const found = await rows(
      ctx.db,
      sql<{
        kind: string
        mean: string
        complete: number
        subjects: number
        before: string | null
        lacking: number
      }>`
        SELECT r.kind, round(avg(score.total), 2)::text AS mean, count(*) FILTER (WHERE score.missing_rows = 0)::integer AS complete,
          count(*)::integer AS subjects, round(avg(before.total), 2)::text AS before,
          coalesce(sum(score.missing_rows + before.missing_rows), 0)::integer AS lacking
        FROM evaluation.score score JOIN evaluation.subject r ON r.id = score.subject_id
        LEFT JOIN evaluation.subject earlier ON earlier.kind = r.kind AND earlier.place_id = r.place_id
          AND earlier.body_id IS NOT DISTINCT FROM r.body_id AND earlier.round_id = (SELECT round_id FROM evaluation.run WHERE id = ${current.earlierRun})
        LEFT JOIN evaluation.score before ON before.run_id = ${current.earlierRun} AND before.subject_id = earlier.id
        WHERE score.run_id = ${current.run} AND r.kind IN ('compound', 'enterprise') AND ${ctx.policy.filter(ctx.actor, 'evaluation.see-scores', subject)}
        GROUP BY r.kind ORDER BY r.kind`,
    )
    const names: Record<string, [string, string]> = {
      compound: ['小区平均得分', 'Mean score of compounds'],
      enterprise: ['企业平均得分', 'Mean score of enterprises'],
    }
    const of = { zh: `${current.year} 年“${current.name}”`, en: `${current.name} (${current.year})` }
    const figures = found.map(
      ({ kind, mean, before, complete, subjects, lacking }): Figure => ({
        id: `mean-${kind}`,
        zh: `${names[kind]?.[0] ?? kind}${complete < subjects ? '（暂计）' : ''}，${of.zh}`,
        en: `${names[kind]?.[1] ?? kind}${complete < subjects ? ' so far' : ''}, ${of.en}`,
        value: mean,
        // What lacks data on either side would show as a change that is none.
        change: before === null || lacking > 0 ? null : (Number(mean) - Number(before)).toFixed(2),
        link: `/evaluation/rounds/${current.id}/scores?kind=${kind}`,
      }),
    )
    const compounds = found.find((row) => row.kind === 'compound')
    if (!compounds) return figures
    const share = `${((100 * compounds.complete) / compounds.subjects).toFixed(1)}%（${compounds.complete}/${compounds.subjects}）`
    return [
      ...figures,
      {
        id: 'complete',
        zh: `数据齐全的小区，${of.zh}`,
        en: `Compounds with complete data, ${of.en}`,
        value: share,
        change: null,
        link: `/evaluation/rounds/${current.id}/scores?kind=compound&state=incomplete`,
      },
    ]
  },
}
