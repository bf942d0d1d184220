import { handIn } from '../../demo-city/fill/hand-in.ts'
import { readDemoAccounts, demoAccountsFile } from '../../demo-city/fill/accounts-file.ts'
import { factRows, recorderOf } from '../../demo-city/facts/fact-rows.ts'
import { demoCity } from '../../demo-city/ground/demo-city.ts'
import { edition, editionAt } from '../../server/rulebook/load.ts'
import type { ScratchCity } from '../scratch-city.ts'
import { captured } from './capture.ts'
import { type Scenario, varied } from './scenario.ts'

const recorders = { bureau: 'city', evaluator: 'evaluator', survey: 'survey' } as const

/** A third year of facts, so that lists are drawn from more than 200,000 rows. @returns how many rows there are */
export async function addThirdYear({ app, admin }: ScratchCity): Promise<number> {
  const kind = app.modules
    .flatMap((module) => module.sheets ?? [])
    .find((one) => one.name === 'declared-facts')
  if (!kind) throw new Error('no module takes declared facts')
  const { shipped: rulebook } = app.engine.editions
  const demo = demoCity({ seed: 'gongzhi', size: 'city', today: app.context.clock.today() })
  const year = demo.years[0] - 1
  const end = `${year}-12-31`
  const at = edition(rulebook, editionAt(rulebook, end), end)
  await handIn({
    context: app.context,
    kind,
    stopped: new AbortController().signal,
    recorded: () => undefined,
    stage: {
      name: `facts-${year}`,
      title: `${year}`,
      sheet: kind.name,
      rows: () => factRows({ city: demo, edition: at, year, complete: true }),
      by: (cells) => recorders[recorderOf(cells)],
    },
  })
  await admin.query('VACUUM (ANALYZE) evaluation.declared_fact')
  const { rows } = await admin.query<{ n: string }>('SELECT count(*) AS n FROM evaluation.declared_fact')
  return Number(rows[0]?.n)
}

/** Signs in over HTTP. @returns the session's token */
export async function signIn(city: Pick<ScratchCity, 'app' | 'folder'>): Promise<string> {
  const bureau = readDemoAccounts(demoAccountsFile(city.folder)).find((one) => one.account === 'city')
  const answer = await city.app.http.inject({
    method: 'POST',
    url: '/api/accounts/session',
    headers: { 'x-gongzhi': '1' },
    payload: { account: 'city', password: bureau?.password },
  })
  const token = answer.cookies[0]?.value
  if (!token) throw new Error(`signing in failed: ${answer.body}`)
  return token
}

/** The three kinds of request, each with the statements that the server sends for it, session look-up included. */
export async function scenarios(city: ScratchCity): Promise<Scenario[]> {
  const { admin } = city
  const token = await signIn(city)
  const one = async <T extends object>(text: string) => (await admin.query<T>(text)).rows
  const compounds = await one<{ id: string; code: string }>(
    `SELECT id, code FROM organisations.place WHERE kind = 'compound' ORDER BY id`,
  )
  const facts = await one<{ fact: string }>(
    `SELECT fact FROM evaluation.declared_fact WHERE year = extract(year FROM now()) GROUP BY fact HAVING count(*) > 1000 ORDER BY fact`,
  )
  const [compound] = compounds
  const [fact] = facts
  if (!compound || !fact) throw new Error('the scratch city has no compounds or no facts')
  const year = new Date().getFullYear()
  const entry = {
    year,
    fact: 'sanitation-grade',
    place: compound.code,
    value: '良',
    provenance: 'inspected',
    grader: '压测',
    evidence: '演示数据',
  }
  const ids = { sample: compound.id, variants: compounds.map((c) => c.id) }
  const codes = { sample: compound.code, variants: compounds.map((c) => c.code) }
  const plans: Plan[] = [
    {
      name: 'get',
      title: '按编号取一个小区',
      method: 'GET',
      path: `/api/organisations/compounds/${compound.id}`,
      body: null,
      parts: [ids],
    },
    {
      name: 'list',
      title: '按年度和事实筛选的申报事实，每页 50 条',
      method: 'GET',
      path: `/api/evaluation/declared-facts?year=${year}&fact=${fact.fact}&limit=50`,
      body: null,
      parts: [{ sample: fact.fact, variants: facts.map((f) => f.fact) }],
    },
    {
      name: 'create',
      title: '申报一条事实（含审计）',
      method: 'POST',
      path: '/api/evaluation/declared-facts',
      body: JSON.stringify(entry),
      parts: [{ sample: entry.grader, variants: [] }, codes, ids],
    },
  ]
  const ready: Scenario[] = []
  for (const plan of plans) ready.push({ ...plan, ...(await turnsOf(city, plan, token)) })
  return ready
}

type Plan = Omit<Scenario, 'turns' | 'fresh'>

async function turnsOf(
  { app }: ScratchCity,
  plan: Plan,
  token: string,
): Promise<Pick<Scenario, 'turns' | 'fresh'>> {
  const send = async (body: string | null) => {
    const answer = await app.http.inject({
      method: plan.method,
      url: plan.path,
      headers: { 'x-gongzhi': '1', 'content-type': 'application/json' },
      cookies: { gongzhi_session: token },
      ...(body ? { payload: body } : {}),
    })
    if (answer.statusCode !== 200) throw new Error(`${plan.name} was refused: ${answer.body}`)
    return answer.json<{ id?: string }>()
  }
  // Statements go together once each is prepared on its connection: what is measured is the second request, not the first.
  for (let n = 0; n < 3; n++) await send(plan.body && varied(plan.body, plan.parts, 0, n))
  let made: string | undefined
  const turns = await captured(async () => {
    made = (await send(plan.body)).id
  })
  return { turns, fresh: plan.method === 'POST' && made ? [made] : [] }
}
