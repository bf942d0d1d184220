import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../access/context.ts'
import { one } from '../../../platform/database/database.ts'
import type { Figure, Todo, TodoSource } from '../../todo-source.ts'
import { heldBy } from '../held-by.ts'
import { claim, opening, whistle } from '../policy.ts'
import { isUnanswered } from './claim-rows.ts'
import { figures } from './desks.ts'
import { inOwnHands, nearOwnPlaces } from './where-held.ts'

const day = (column: RawBuilder<unknown>) =>
  sql`to_char(min(${column}) AT TIME ZONE 'Asia/Shanghai' - interval '1 second', 'YYYY-MM-DD')`

interface Kind {
  id: string
  where: RawBuilder<boolean>
  verb: string
  zh: string
  en: string
  link: string
}

/** What an office looks after besides what it has in hand itself. */
const ofOffices: readonly Kind[] = [
  {
    id: 'to-accept',
    verb: 'petitions.accept',
    where: sql`r.state = 'filed'`,
    zh: '件诉求待受理',
    en: 'claims wait to be taken in',
    link: 'to-accept',
  },
  {
    id: 'to-dispatch',
    verb: 'petitions.dispatch',
    where: sql`r.state = 'accepted'`,
    zh: '件诉求待派单',
    en: 'claims wait to be sent out',
    link: 'to-dispatch',
  },
  {
    id: 'to-review',
    verb: 'petitions.review',
    where: sql`r.state = 'answered'`,
    zh: '件答复待审核',
    en: 'answers wait for review',
    link: 'to-review',
  },
  {
    id: 'to-visit',
    verb: 'petitions.visit',
    where: sql`r.state = 'reviewed'`,
    zh: '件诉求待回访',
    en: 'reporters wait to be asked',
    link: 'to-visit',
  },
  {
    id: 'to-close',
    verb: 'petitions.close',
    where: sql`r.state = 'visited'`,
    zh: '件诉求待办结',
    en: 'claims wait to be closed',
    link: 'to-close',
  },
  {
    id: 'asked',
    verb: 'petitions.settle-extension',
    where: sql`r.pending IS NOT NULL`,
    zh: '项延期或挂起待批复',
    en: 'requests for more time wait',
    link: 'asked',
  },
]

/** One look through the open claims of the asker's places counts every kind. */
async function officeTodos(ctx: Context): Promise<Todo[]> {
  const kinds = ofOffices.filter(({ verb }) => ctx.policy.mayAnywhere(ctx.actor, verb))
  if (kinds.length === 0) return []
  const columns = kinds.flatMap(({ id, where, verb }) => {
    const mine = sql`FILTER (WHERE ${where} AND ${ctx.policy.filter(ctx.actor, verb, claim)})`
    return [
      sql`'${sql.raw(id)}', json_build_object('count', count(*) ${mine}, 'due', to_char((min(r.due_at) ${mine} AT TIME ZONE 'Asia/Shanghai') - interval '1 second', 'YYYY-MM-DD'))`,
    ]
  })
  const { counts } = await one(
    ctx.db,
    sql<{
      counts: Record<string, { count: number; due: string | null }>
    }>`SELECT json_build_object(${sql.join(columns)}) AS counts
      FROM petitions.claim r WHERE r.state IN ('filed', 'accepted', 'signed', 'handling', 'answered', 'reviewed', 'visited')
        AND ${ctx.policy.filter(ctx.actor, 'petitions.see', claim)} ${nearOwnPlaces(ctx)}`,
  )
  return kinds.flatMap(({ id, zh, en, link }) => {
    const found = counts[id]
    if (!found || found.count === 0) return []
    const { count, due } = found
    return [
      {
        id: `petitions-${id}`,
        zh: `${count} ${zh}`,
        en: `${count} ${en}`,
        due,
        count,
        link: `/petitions/supervision?tab=${link}`,
      },
    ]
  })
}

/** What the own body, office or project has in hand: to sign for, and to answer. */
async function ownTodos(ctx: Context): Promise<Todo[]> {
  const mine = sql`${isUnanswered} AND ${inOwnHands(ctx)} AND ${ctx.policy.filter(ctx.actor, 'petitions.work', claim)}`
  const found = await one(
    ctx.db,
    sql<{ sign: number; answer: number; signDue: string | null; answerDue: string | null }>`SELECT
        count(*) FILTER (WHERE r.state = 'dispatched')::integer AS sign,
        count(*) FILTER (WHERE r.state IN ('signed', 'handling'))::integer AS answer,
        ${day(sql`CASE WHEN r.state = 'dispatched' THEN r.due_at END`)} AS "signDue",
        ${day(sql`CASE WHEN r.state IN ('signed', 'handling') THEN r.due_at END`)} AS "answerDue"
      FROM petitions.claim r WHERE ${mine}`,
  )
  const todo = (id: string, count: number, due: string | null, zh: string, en: string): Todo[] =>
    count === 0
      ? []
      : [{ id, zh: `${count} ${zh}`, en: `${count} ${en}`, due, count, link: '/petitions/desk' }]
  return [
    ...todo('petitions-to-sign', found.sign, found.signDue, '件诉求待签收', 'claims wait for your signature'),
    ...todo(
      'petitions-to-answer',
      found.answer,
      found.answerDue,
      '件诉求待办理答复',
      'claims wait for your answer',
    ),
  ]
}

const waiting = async (ctx: Context, from: RawBuilder<unknown>): Promise<number> =>
  (await one(ctx.db, sql<{ count: number }>`SELECT count(*)::integer AS count FROM ${from}`)).count

async function claimFigures(ctx: Context): Promise<Figure[]> {
  const { open, overdue, solved, closed } = await figures(ctx, {})
  const share = closed === 0 ? '—' : `${((100 * solved) / closed).toFixed(1)}%`
  const figure = (id: string, zh: string, en: string, value: string, link: string): Figure => ({
    id,
    zh,
    en,
    value,
    change: null,
    link,
  })
  return [
    figure('petitions-open', '在办诉求', 'Open claims', String(open), '/petitions/claims?open=yes'),
    figure(
      'petitions-overdue',
      '超期诉求',
      'Overdue claims',
      String(overdue),
      '/petitions/claims?overdue=yes',
    ),
    figure('petitions-solved', '本年解决率', 'Solved this year', share, '/petitions/claims'),
  ]
}

export const petitionTodos: readonly TodoSource[] = [
  { verb: 'petitions.work', todos: ownTodos },
  { verb: 'petitions.see', todos: officeTodos, figures: claimFigures },
  {
    verb: 'petitions.settle-opening',
    async todos(ctx) {
      const may = ctx.policy.filter(ctx.actor, 'petitions.settle-opening', opening)
      const count = await waiting(ctx, sql`petitions.opening r WHERE r.state = 'asked' AND ${may}`)
      if (count === 0) return []
      const [zh, en] = [`${count} 项身份解封申请待决定`, `${count} requests to open an identity wait`]
      return [{ id: 'petitions-openings', zh, en, due: null, count, link: '/petitions/openings?state=asked' }]
    },
  },
  {
    verb: 'petitions.check-in',
    async todos(ctx) {
      const may = ctx.policy.filter(ctx.actor, 'petitions.check-in', whistle)
      const { bodies, offices, projects } = heldBy(ctx)
      const count = await waiting(
        ctx,
        sql`petitions.whistle r WHERE r.state = 'open' AND ${may}
          AND EXISTS (SELECT FROM petitions.whistle_call k WHERE k.whistle_id = r.id AND k.checked_in_at IS NULL
            AND (k.body_id = ANY(${bodies}::uuid[]) OR k.office_place_id = ANY(${offices}::uuid[])
              OR (r.place_id = ANY(${projects}::uuid[]) AND k.body_id IS NOT NULL)))`,
      )
      if (count === 0) return []
      const [zh, en] = [`${count} 次吹哨待报到`, `${count} calls to the spot wait for you`]
      return [
        {
          id: 'petitions-whistles',
          zh,
          en,
          due: null,
          count,
          link: '/petitions/whistles?mine=yes&state=open',
        },
      ]
    },
  },
]
