import { z } from 'zod'

/** 3–32 small letters, digits or . _ -, beginning with a letter or digit. */
export const accountNamePattern = /^[a-z0-9][a-z0-9._-]{2,31}$/

/** Every role of the product. The three administrators are mutually exclusive (GB/T 22239 三员分立). */
export const roles = [
  'city-official',
  'district-official',
  'street-official',
  'community-official',
  'party-department',
  'enterprise',
  'project-head',
  'committee',
  'enforcement',
  'evaluator',
  'survey-agency',
  'association',
  'auditor',
  'system-admin',
  'authorisation-admin',
  'audit-admin',
] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** Who holds office over a territory, the widest first. */
export const officialRoles: readonly Role[] = [
  'city-official',
  'district-official',
  'street-official',
  'community-official',
]
/** Who watches over the ground and its scores without being scored: for reading, within their jurisdiction. */
export const watchingRoles: readonly Role[] = [
  ...officialRoles,
  'party-department',
  'evaluator',
  'survey-agency',
  'association',
  'auditor',
  'project-head',
]

export const separatedAdministrators: readonly Role[] = ['system-admin', 'authorisation-admin', 'audit-admin']

export const roleNames: Record<Role, { zh: string; en: string }> = {
  'city-official': { zh: '市物业主管部门', en: 'City housing bureau' },
  'district-official': { zh: '区物业主管部门', en: 'District housing bureau' },
  'street-official': { zh: '街道（乡镇）', en: 'Street office' },
  'community-official': { zh: '社区', en: 'Community' },
  'party-department': { zh: '组织部门', en: 'Party-organisation department' },
  enterprise: { zh: '物业服务企业', en: 'Property enterprise' },
  'project-head': { zh: '项目负责人', en: 'Head of project' },
  committee: { zh: '业主委员会', en: 'Owners committee' },
  // A department's body that works on claims of its duty list (6.4.4 物业+执法+服务).
  enforcement: { zh: '执法和职能部门', en: 'Enforcement or department' },
  evaluator: { zh: '考核组', en: 'Evaluation group' },
  'survey-agency': { zh: '第三方调查机构', en: 'Survey agency' },
  association: { zh: '物业管理协会', en: 'Property management association' },
  auditor: { zh: '审计人员', en: 'Auditor' },
  'system-admin': { zh: '系统管理员', en: 'System administrator' },
  'authorisation-admin': { zh: '授权管理员', en: 'Authorisation administrator' },
  'audit-admin': { zh: '审计管理员', en: 'Audit administrator' },
}
