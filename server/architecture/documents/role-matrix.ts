import { type Role, roleNames, roles } from '../../../contracts/accounts/words.ts'
import type { Rule } from '../../access/resource.ts'
import { needsSecondFactor } from '../../modules/accounts/index.ts'
import type { Module } from '../../modules/module.ts'

/** How the named conditions of the policy table read. */
const reaches: Record<string, string> = {
  'in jurisdiction': '辖区内',
  'party to': '所服务或所属的小区',
  'of own body': '本单位',
  own: '本人的',
  everywhere: '全部',
  'over the whole city': '限全市的角色',
  'with all roles in jurisdiction': '辖区内，且其全部角色都在辖区内',
  'within its place': '登记地在辖区内',
  'of own body or project': '本单位，及所服务或所属的小区',
  'own compound': '本业委会的小区',
  'of own committee': '本业委会的小区',
  'over the handler, as community': '辖区内承办单位的上一级（社区），且本人没有经办的',
  'over the handler, as street': '辖区内承办单位的上级（街道），且本人没有经办的',
  'over the handler, as district': '辖区内承办单位的上级（旗县区），且本人没有经办的',
  'over the handler, as city': '承办单位的上级（市），且本人没有经办的',
  'in jurisdiction, reporter open': '辖区内，诉求人身份未密封、仍在办理的',
  'in hand at own body, reporter open': '由本单位办理，诉求人身份未密封、不是反映本企业的',
  'in hand at own project, reporter open': '由所负责项目的物业办理，诉求人身份未密封、不是反映本企业的',
  'in jurisdiction, reporter sealed': '辖区内，诉求人身份已密封的',
  'asked by oneself': '本人申请的',
  'by another, as street': '社区申请的，且不是本人申请的',
  'by another, as district': '街道及以下申请的，且不是本人申请的',
  'by another, as city': '辖区内申请的，且不是本人申请的',
  'calls own office': '呼叫本级机关的',
  'calls own body': '呼叫本单位的',
  'called by own body': '本单位吹哨的',
  'called by own office': '本级机关吹哨的',
  'calls the firm of own project': '呼叫所负责项目现服务企业的',
  'shown to own body': '所在记录由本单位办理的',
  'shown to the firm of own project': '所在记录由所负责项目现服务企业办理的',
  followed: '本人关注的',
  'served by own body': '本企业现服务的小区',
  concerned: '评价范围与辖区有重叠',
  'about own body': '涉及本单位的',
  'street or community in jurisdiction': '辖区内的街道、社区',
  'community in jurisdiction': '辖区内的社区',
  'district in jurisdiction': '辖区内的旗县区',
  'for the evaluation group': '辖区内由考核组评价的行，须回避的除外',
  'for the district bureau': '辖区内由区物业主管部门评价的行，须回避的除外',
  'for the city bureau': '辖区内由市物业主管部门评价的行，须回避的除外',
  'for street and community': '辖区内由街道、社区评价的行，须回避的除外',
  'scored in it': '本单位或所服务、所属的小区参评的',
  'own seat': '随机分给本人席位的，须回避的除外',
  'of the district bureau': '辖区内由区物业主管部门考核的，须回避的除外',
  'of the city bureau': '由市物业主管部门考核的，须回避的除外',
  'of street and community': '辖区内由街道、社区考核的，须回避的除外',
  'of the committee': '由本业委会考核的本小区企业，须回避的除外',
  'of the district bureau, not taken': '辖区内由区物业主管部门考核、未由同事接手的，须回避的除外',
  'of the city bureau, not taken': '由市物业主管部门考核、未由同事接手的，须回避的除外',
  'of street and community, not taken': '辖区内由街道、社区考核、未由同事接手的，须回避的除外',
  'in jurisdiction, bound to nothing of it': '辖区内，须回避的（有利害关系或就是本单位的）除外',
  'in jurisdiction, bound to nothing of it, without an own hand in it':
    '辖区内，且本人没有评分、填报或作过决定，须回避的除外',
  'own enterprise or project': '本企业，及本企业期末服务的项目',
  'own office': '本街道、社区或旗县区自身',
  'of own office': '本街道、社区或旗县区自身的',
  'about own office': '涉及本街道、社区或旗县区自身的',
  'assigned to the actor, who is not involved': '指定由本人处理，且本人未经手、不须回避的',
  'own proposal': '本人提出的',
  'with a key': '凭接口密钥或签名，限密钥的辖区',
  'at own body': '由本单位办理或协办的',
  'in hand at own body': '由本单位办理的',
  'at own project': '由所负责项目的物业办理或协办的',
  'in hand at own project': '由所负责项目的物业办理的',
  'in hand at own office': '由本级机关办理的',
  'led by own office': '已升级到本级机关的',
  'of the firm of own project': '所负责项目现服务企业的',
  'by another': '辖区内，且本人没有经办的',
  'of the committee, not taken': '由本业委会考核、未由同事接手的本小区企业，须回避的除外',
}

/** @throws when a condition has no Chinese words yet: officials read this paper */
function reachOf(rule: Rule): string {
  const words = reaches[rule.condition]
  if (words === undefined) throw new Error(`no words for «${rule.condition}» of ${rule.verb}`)
  return words
}

const whoOf = (rule: Rule) =>
  rule.roles === 'public'
    ? '任何人'
    : rule.roles === 'signed-in'
      ? '任何已登录的人'
      : rule.roles === 'phone-proved'
        ? '验证过手机号的居民'
        : rule.roles.map((role) => roleNames[role].zh).join('、')

/** When a second factor is asked for: at the verb, or at the sign-in of the roles that may do it. */
function secondFactorOf({ verb, roles: who }: Rule): string {
  if (needsSecondFactor.verbs.includes(verb)) return '办理前'
  if (typeof who === 'string') return '—'
  const asked = who.filter((role) => needsSecondFactor.roles.includes(role))
  if (asked.length === 0) return '—'
  return asked.length === who.length
    ? '登录时'
    : `登录时（${asked.map((role) => roleNames[role].zh).join('、')}）`
}

/** Chinese words for each verb: what its endpoints and sheets say of themselves. */
function meanings(modules: readonly Module[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const add = (verb: string, text: string) => found.set(verb, (found.get(verb) ?? new Set()).add(text))
  for (const { routes, sheets = [] } of modules) {
    for (const { endpoint } of routes) add(endpoint.verb, endpoint.summary)
    for (const sheet of sheets) add(sheet.verb, `登记${sheet.title}`)
  }
  return found
}

const isWeighty = (rule: Rule, role: Role) =>
  needsSecondFactor.verbs.includes(rule.verb) && rule.roles !== 'public' && rule.roles.includes(role)

/** docs/roles.md: who may do what to which rows, from the policy table itself. */
export function roleMatrix(modules: readonly Module[]): string {
  const means = meanings(modules)
  const meaning = (verb: string) => [...(means.get(verb) ?? [])].join('；')
  const parts = [
    '# 谁可以做什么\n\n由策略表生成（`npx gongzhi docs`），请勿手改。列表、单条记录与页面按钮用的是同一张表。',
    '“第二重验证”指用手机验证器的动态验证码再次证明是本人：“登录时”每次登录都要，“办理前”每次登录后第一次办理前要；自愿绑定了验证器的账号每次登录都要。',
    '“辖区内”指角色所在的区域及其下属全部区域，新增的下属区域立即生效。',
  ]
  for (const { name, policy } of modules) {
    if (policy.length === 0) continue
    const lines = policy.map(
      (rule) =>
        `| \`${rule.verb}\` | ${meaning(rule.verb)} | ${whoOf(rule)} | ${reachOf(rule)} | ${secondFactorOf(rule)} |`,
    )
    parts.push(
      [`## ${name}\n`, '| 事项 | 含义 | 角色 | 范围 | 第二重验证 |', '|---|---|---|---|---|', ...lines].join(
        '\n',
      ),
    )
  }
  const rules = modules.flatMap((module) => module.policy)
  const byRole = roles.map((role) => {
    const verbs = [
      ...new Set(
        rules
          .filter((rule) => rule.roles !== 'public' && rule.roles.includes(role))
          .map((rule) => `\`${rule.verb}\``),
      ),
    ]
    const weighty = rules.filter((rule) => isWeighty(rule, role)).map((rule) => `\`${rule.verb}\``)
    const second = needsSecondFactor.roles.includes(role)
      ? '每次登录'
      : weighty.length > 0
        ? `办理前：${[...new Set(weighty)].join(' ')}`
        : '—'
    return `| ${roleNames[role].zh} | ${second} | ${verbs.join(' ')} |`
  })
  parts.push(['## 按角色\n', '| 角色 | 第二重验证 | 可办事项 |', '|---|---|---|', ...byRole].join('\n'))
  return `${parts.join('\n\n')}\n`
}
