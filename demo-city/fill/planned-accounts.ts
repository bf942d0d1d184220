import type { Role } from '../../contracts/accounts/words.ts'
import { city } from '../../server/app.ts'
import type { Compound, DemoCity } from '../ground/model.ts'
import { enforcementUscc } from '../sheets/organisations.ts'

/** One account for each role. `scope` is the code that the sheet of accounts takes: of a place, an enterprise or a compound. */
export interface PlannedAccount {
  account: string
  role: Role
  displayName: string
  scope: string
  place: string
}

/** Roles that need nothing but the city itself: they record all the rest. */
const ofCity: readonly (readonly [string, Role, string])[] = [
  ['city', 'city-official', '市住建局'],
  ['party-department', 'party-department', '市委组织部'],
  ['evaluator', 'evaluator', '市考核组'],
  // More than one, so that there is something to draw.
  ['evaluator-2', 'evaluator', '市考核组二'],
  ['evaluator-3', 'evaluator', '市考核组三'],
  ['survey', 'survey-agency', '第三方调查机构'],
  ['association', 'association', '市物业管理协会'],
  ['auditor', 'auditor', '市审计人员'],
  ['authorisation-admin', 'authorisation-admin', '授权管理员'],
  ['system-admin', 'system-admin', '系统管理员'],
  ['audit-admin', 'audit-admin', '审计管理员'],
]

/** The evaluation group of the city. */
export const evaluators = ofCity.flatMap(([account, role]) => (role === 'evaluator' ? [account] : []))

export const cityAccounts = (): PlannedAccount[] =>
  ofCity.map(([account, role, name]) => ({
    account,
    role,
    displayName: `演示·${name}`,
    scope: city.code,
    place: city.name,
  }))

/** A compound with everything: a firm, a committee on file, Party work. The local accounts sit round it. */
export function showcase({ compounds }: DemoCity): Compound {
  const whole = compounds.filter(
    (c) =>
      c.mode === 'enterprise' &&
      c.type === 'existing' &&
      c.committee?.election.filedOn &&
      c.party &&
      c.quality > 0.6,
  )
  const crowded = (c: Compound) => compounds.filter((other) => other.district === c.district).length
  const [best] = whole.toSorted((a, b) => crowded(b) - crowded(a) || (a.code < b.code ? -1 : 1))
  if (!best) throw new Error('the demonstration city has no compound with a firm and a committee')
  return best
}

export function localAccounts(demo: DemoCity): PlannedAccount[] {
  const at = showcase(demo)
  const firm = at.services.at(-1)?.enterprise
  const plan = (account: string, role: Role, scope: string, place: string, name = place): PlannedAccount => ({
    account,
    role,
    displayName: `演示·${name}`,
    scope,
    place,
  })
  return [
    plan('district', 'district-official', at.district.code, at.district.name, `${at.district.name}住建局`),
    plan('street', 'street-official', at.street.code, at.street.name),
    plan('community', 'community-official', at.community.code, at.community.name),
    plan(
      'enforcement',
      'enforcement',
      enforcementUscc(at.district.code),
      at.district.name,
      `${at.district.name}综合行政执法局`,
    ),
    plan('enterprise', 'enterprise', firm?.uscc ?? '', firm?.name ?? '', '物业服务企业'),
    plan('project-head', 'project-head', at.code, at.name, '项目负责人'),
    plan('committee', 'committee', at.code, at.committee?.election.name ?? '', '业委会'),
  ]
}
