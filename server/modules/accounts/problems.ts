import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('accounts', {
  'wrong-credentials': { status: 401, zh: '账号或密码不正确。连续输错 {limit} 次将锁定 {minutes} 分钟。', en: 'The account or the password is wrong. After {limit} wrong tries the account is locked for {minutes} minutes.' },
  locked: { status: 423, zh: '该账号因连续输错密码已锁定，请在 {minutes} 分钟后再试，或请授权管理员重置密码。', en: 'This account is locked after wrong passwords. Try again in {minutes} minutes or ask the authorisation administrator for a reset.' },
  closed: { status: 403, zh: '该账号已停用。如需恢复，请联系授权管理员。', en: 'This account is closed. Ask the authorisation administrator.' },
  'password-weak': { zh: '密码至少 {length} 位，并含大写字母、小写字母、数字、符号中的至少三类，且不能包含账号。', en: 'A password needs at least {length} characters from three of: capitals, small letters, digits, signs; and may not contain the account name.' },
  'password-same': { zh: '新密码不能与原密码相同。', en: 'The new password must differ from the old one.' },
  'password-wrong': { zh: '原密码不正确。', en: 'The current password is wrong.' },
  'token-wrong': { status: 403, zh: '一次性口令不正确或已使用。请查看服务器控制台上最近一次启动时显示的口令。', en: 'The set-up token is wrong or used. Look at the console of the latest start.' },
  'already-set-up': { status: 409, zh: '系统已有管理员，不能再用一次性口令建立。', en: 'The system already has an administrator.' },
  'name-taken': { status: 409, zh: '账号“{account}”已被使用，请换一个。', en: 'The account name {account} is taken.' },
  'administrators-exclusive': { zh: '系统管理员、授权管理员、审计管理员三者相互独立，同一账号只能担任其中一种，且不得再担任其他角色。', en: 'The three administrators are mutually exclusive: one account may hold only one of them and no other role.' },
  'scope-missing': { zh: '角色“{role}”需要指定{what}。', en: 'The role {role} needs a {whatEn}.' },
  'scope-elsewhere': { status: 403, zh: '只能在您自己的管辖区域内授予角色。请选择辖区内的区域或单位。', en: 'Roles may only be granted inside your own jurisdiction.' },
  'not-yourself': { zh: '不能为自己授予或收回角色，请由另一位授权管理员办理。', en: 'Nobody may grant to or revoke from themselves; ask another authorisation administrator.' },
  'grant-gone': { status: 404, zh: '没有找到这项授权，可能已被收回。', en: 'There is no such grant; it may have been revoked.' },
  'successor-closed': { zh: '继任账号已停用，不能接收工作。', en: 'The successor account is closed.' },
  'successor-same': { zh: '继任人不能是本人。', en: 'The successor must be somebody else.' },
})
