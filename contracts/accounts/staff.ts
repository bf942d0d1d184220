import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, day, id, page, paging } from '../shapes.ts'
import { phoneEntered } from './phone.ts'
import { accountNamePattern, role } from './words.ts'

const password = z.string().min(1, '请输入密码').max(200)
const accountName = z
  .string()
  .trim()
  .regex(accountNamePattern, '账号用 3–32 个小写字母、数字或 . _ - ，以字母或数字开头')

export const grant = z.object({
  id,
  role,
  roleName: z.string(),
  placeId: id.nullable(),
  placeName: z.string().nullable(),
  bodyId: id.nullable(),
  bodyName: z.string().nullable(),
})

export const me = z.object({
  accountId: id,
  account: z.string(),
  displayName: z.string(),
  demo: z.boolean(),
  verbs: z.array(z.string()),
  grants: z.array(grant),
  mustChangePassword: z.boolean(),
  /** What must be done before anything else. */
  hold: z.enum(['enter-code', 'change-password', 'enrol']).nullable(),
  /** The password has been used for too long. */
  passwordAged: z.boolean(),
  secondFactor: z.object({
    enrolled: z.boolean(),
    /** Shown in this session. */
    proved: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  }),
})
export type Me = z.infer<typeof me>

export const signIn = endpoint({
  method: 'POST',
  path: '/api/accounts/session',
  verb: 'public',
  summary: '登录',
  body: z.object({ account: z.string().trim().toLowerCase().min(1, '请输入账号').max(64), password }),
  response: me,
})
export const whoAmI = endpoint({
  method: 'GET',
  path: '/api/accounts/session',
  verb: 'signed-in',
  summary: '当前登录人',
  response: me,
})
export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/accounts/session',
  verb: 'signed-in',
  summary: '退出登录',
  response: z.object({
    signedOut: z.literal(true),
    /** Where to go to end the identity provider's session too. */
    next: z.string().nullable(),
  }),
})
export const changePassword = endpoint({
  method: 'PUT',
  path: '/api/accounts/password',
  verb: 'signed-in',
  summary: '修改自己的密码',
  body: z.object({ current: password, next: password }),
  response: z.object({ changed: z.literal(true) }),
})
/** Before any account exists: whether the first administrator is still to be made, and whether this is a demonstration. */
export const installation = endpoint({
  method: 'GET',
  path: '/api/accounts/installation',
  verb: 'public',
  summary: '安装状态',
  response: z.object({
    needsSetUp: z.boolean(),
    demo: z.boolean(),
    /** The name of the identity provider where one can sign in too. */
    identityProvider: z.string().nullable(),
  }),
})
export const setUp = endpoint({
  method: 'POST',
  path: '/api/accounts/set-up',
  verb: 'public',
  summary: '用一次性口令建立首位管理员',
  body: z.object({
    token: z.string().trim().min(1, '请输入控制台上显示的一次性口令').max(100),
    account: accountName,
    displayName: z.string().trim().min(1).max(60),
    password,
  }),
  response: me,
})

export const accountRow = z.object({
  id,
  account: z.string(),
  displayName: z.string(),
  closed: z.boolean(),
  lockedUntil: z.string().nullable(),
  lastSignInAt: z.string().nullable(),
  /** Has an authenticator enrolled. */
  secondFactor: z.boolean(),
  /** Who it is at the identity provider, where bound. */
  identity: z.string().nullable(),
  /** Of the telephone of whoever holds it, where it is known: 138****5678. */
  phoneMask: z.string().nullable(),
  grants: z.array(grant.omit({ roleName: true })),
  can,
})
export const listAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts/accounts',
  verb: 'accounts.see',
  summary: '账号列表',
  query: z.object({ ...paging, text: z.string().max(60).optional(), role: role.optional() }),
  response: page(accountRow),
})
export const exportAccounts = endpoint({
  method: 'GET',
  path: '/api/accounts/accounts/export',
  verb: listAccounts.verb,
  summary: '导出账号列表（Excel）',
  query: (listAccounts.query as NonNullable<typeof listAccounts.query>).omit({ after: true, limit: true }),
  response: z.unknown(),
})
const newGrant = z.object({ role, placeId: id.nullish(), bodyId: id.nullish() })
export const createAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts',
  verb: 'accounts.create',
  summary: '新建账号',
  body: z.object({
    account: accountName,
    displayName: z.string().trim().min(1).max(60),
    phone: phoneEntered.nullish(),
    grants: z.array(newGrant).max(20),
  }),
  response: z.object({ id, account: z.string(), oneTimePassword: z.string() }),
})
export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/password-reset',
  verb: 'accounts.reset-password',
  summary: '重置密码',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ oneTimePassword: z.string() }),
})
export const closeAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/closing',
  verb: 'accounts.close',
  summary: '停用账号',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明停用原因').max(200) }),
  response: z.object({ closed: z.literal(true) }),
})
export const reopenAccount = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/reopening',
  verb: 'accounts.close',
  summary: '恢复账号',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明恢复原因').max(200) }),
  response: z.object({ closed: z.literal(false) }),
})
export const grantRole = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/grants',
  verb: 'accounts.grant',
  summary: '授予角色',
  params: z.object({ id }),
  body: newGrant,
  response: z.object({ id }),
})
export const revokeRole = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/grants/:grantId/revocation',
  verb: 'accounts.grant',
  summary: '收回角色',
  params: z.object({ id, grantId: id }),
  body: z.object({ reason: z.string().trim().min(2).max(200) }),
  response: z.object({ revoked: z.literal(true) }),
})
/** 工作交接: the successor receives every role and every open to-do of the leaver from that day on. */
export const handOver = endpoint({
  method: 'POST',
  path: '/api/accounts/accounts/:id/handover',
  verb: 'accounts.hand-over',
  summary: '工作交接给继任人',
  params: z.object({ id }),
  body: z.object({ successorId: id, on: day, reason: z.string().trim().min(2).max(200) }),
  response: z.object({ grants: z.number().int() }),
})

/** How many one-time passwords of accounts that this administrator imported wait to be fetched. */
export const waitingPasswords = endpoint({
  method: 'GET',
  path: '/api/accounts/one-time-passwords',
  verb: 'accounts.create',
  summary: '待领取的一次性密码数',
  response: z.object({ waiting: z.number().int() }),
})
/** They are handed over once and then forgotten: only their hashes stay. */
export const fetchPasswords = endpoint({
  method: 'POST',
  path: '/api/accounts/one-time-passwords',
  verb: 'accounts.create',
  summary: '领取一次性密码（只显示一次）',
  body: z.object({}),
  response: z.object({
    passwords: z.array(
      z.object({ account: z.string(), displayName: z.string(), oneTimePassword: z.string() }),
    ),
  }),
})
