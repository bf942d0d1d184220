import { z } from 'zod'

export const placeKinds = ['city', 'district', 'street', 'community', 'compound'] as const
export const placeKind = z.enum(placeKinds)
export type PlaceKind = z.infer<typeof placeKind>

/** A.2.4 and the note under table A.1: exactly one variant is scored; `other` (office, shop, hospital) is unscored (C21). */
export const compoundTypes = ['existing', 'old', 'other'] as const
export const compoundType = z.enum(compoundTypes)
/** C37: without a provider there is no subject of A.1. */
export const managementModes = ['enterprise', 'other-manager', 'self', 'community'] as const
export const managementMode = z.enum(managementModes)
export const enclosures = ['closed', 'semi-closed', 'open'] as const
export const enclosure = z.enum(enclosures)

export const bodyKinds = [
  'department',
  'association',
  'enterprise',
  'other-manager',
  'owners-committee',
  'property-management-committee',
  'residents-committee',
] as const
export const bodyKind = z.enum(bodyKinds)
export type BodyKind = z.infer<typeof bodyKind>

export const postRoles = [
  'project-head',
  'enterprise-head',
  'committee-chair',
  'committee-member',
  'community-secretary',
  'community-member',
  'community-part-time-member',
  'grid-party-member',
  'enterprise-party-member',
  'committee-party-member',
  'party-instructor',
  'industry-party-staff',
] as const
export const postRole = z.enum(postRoles)
export type PostRole = z.infer<typeof postRole>

export const partyStatuses = ['member', 'activist', 'no'] as const
export const partyStatus = z.enum(partyStatuses)

/** Kinds of specialist staff in a project (6.1.6). */
export const staffKinds = [
  'security',
  'cleaning',
  'greening',
  'maintenance',
  'customer-service',
  'fire-control',
  'other',
] as const
export const staffKind = z.enum(staffKinds)
export type StaffKind = z.infer<typeof staffKind>

/** Chinese words on sheets and screens, with English. */
export const words = {
  placeKind: {
    city: '市',
    district: '旗县区',
    street: '街道（乡镇）',
    community: '社区（村）',
    compound: '小区',
  },
  compoundType: { existing: '既有民用建筑', old: '老旧小区', other: '其他' },
  managementMode: {
    enterprise: '物业服务企业',
    'other-manager': '其他管理人',
    self: '业主自管',
    community: '社区代管',
  },
  enclosure: { closed: '封闭', 'semi-closed': '半封闭', open: '开放' },
  bodyKind: {
    department: '主管部门',
    association: '行业协会',
    enterprise: '物业服务企业',
    'other-manager': '其他管理人',
    'owners-committee': '业主委员会',
    'property-management-committee': '物业管理委员会',
    'residents-committee': '社区居委会',
  },
  postRole: {
    'project-head': '项目负责人',
    'enterprise-head': '企业负责人',
    'committee-chair': '业委会主任',
    'committee-member': '业委会委员',
    'community-secretary': '社区党组织书记',
    'community-member': '社区“两委”成员',
    'community-part-time-member': '社区兼职委员',
    'grid-party-member': '网格（小区）党组织成员',
    'enterprise-party-member': '企业党组织成员',
    'committee-party-member': '业委会党组织成员',
    'party-instructor': '党建工作指导员',
    'industry-party-staff': '行业党组织专职人员',
  },
  staffKind: {
    security: '秩序维护',
    cleaning: '保洁',
    greening: '绿化养护',
    maintenance: '工程维修',
    'customer-service': '客户服务',
    'fire-control': '消防控制',
    other: '其他',
  },
  partyStatus: { member: '党员', activist: '入党积极分子', no: '否' },
} as const

/** The words that sentences in English need. */
const english = {
  placeKind: {
    city: 'city',
    district: 'district',
    street: 'street',
    community: 'community',
    compound: 'compound',
  },
  bodyKind: {
    department: 'department',
    association: 'association',
    enterprise: 'property enterprise',
    'other-manager': 'other manager',
    'owners-committee': 'owners committee',
    'property-management-committee': 'property management committee',
    'residents-committee': 'residents committee',
  },
  postRole: {
    'project-head': 'head of project',
    'enterprise-head': 'head of enterprise',
    'committee-chair': 'committee chair',
    'committee-member': 'committee member',
    'community-secretary': 'community Party secretary',
    'community-member': 'member of the community’s two committees',
    'community-part-time-member': 'part-time community member',
    'grid-party-member': 'member of grid Party organisation',
    'enterprise-party-member': 'member of enterprise Party organisation',
    'committee-party-member': 'member of committee Party organisation',
    'party-instructor': 'party-work instructor',
    'industry-party-staff': 'full-time staff of industry Party organisation',
  },
} as const

type Table = keyof typeof english

/** One word in both languages. */
export const wordOf = <T extends Table>(
  table: T,
  key: keyof (typeof words)[T] & keyof (typeof english)[T],
) => ({
  zh: String(words[table][key]),
  en: String(english[table][key]),
})
