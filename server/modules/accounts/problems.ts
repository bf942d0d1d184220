import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('accounts', {
  'wrong-credentials': {
    status: 401,
    zh: '账号或密码不正确。连续输错 {limit} 次将锁定 {minutes} 分钟。',
    en: 'The account or the password is wrong. After {limit} wrong tries the account is locked for {minutes} minutes.',
  },
  locked: {
    status: 423,
    zh: '该账号因连续输错密码已锁定，请在 {minutes} 分钟后再试，或请授权管理员重置密码。',
    en: 'This account is locked after wrong passwords. Try again in {minutes} minutes or ask the authorisation administrator for a reset.',
  },
  closed: {
    status: 403,
    zh: '该账号已停用。如需恢复，请联系授权管理员。',
    en: 'This account is closed. Ask the authorisation administrator.',
  },
  'must-change-password': {
    status: 403,
    zh: '您用的是一次性密码。请先修改密码，再办理其他事项。',
    en: 'You signed in with a one-time password. Change it first.',
  },
  'password-weak': {
    zh: '密码至少 {length} 位，并含大写字母、小写字母、数字、符号中的至少三类，且不能包含账号。',
    en: 'A password needs at least {length} characters from three of: capitals, small letters, digits, signs; and may not contain the account name.',
  },
  'password-same': { zh: '新密码不能与原密码相同。', en: 'The new password must differ from the old one.' },
  'password-wrong': { zh: '原密码不正确。', en: 'The current password is wrong.' },
  'token-wrong': {
    status: 403,
    zh: '一次性口令不正确或已使用。请查看服务器控制台上最近一次启动时显示的口令。',
    en: 'The set-up token is wrong or used. Look at the console of the latest start.',
  },
  'already-set-up': {
    status: 409,
    zh: '系统已有管理员，不能再用一次性口令建立。',
    en: 'The system already has an administrator.',
  },
  'name-taken': {
    status: 409,
    zh: '账号“{account}”已被使用，请换一个。',
    en: 'The account name {account} is taken.',
  },
  'administrators-exclusive': {
    zh: '系统管理员、授权管理员、审计管理员三者相互独立，同一账号只能担任其中一种，且不得再担任其他角色。',
    en: 'The three administrators are mutually exclusive: one account may hold only one of them and no other role.',
  },
  'scope-missing': { zh: '角色“{role}”需要指定{what}。', en: 'The role {role} needs a {whatEn}.' },
  'scope-elsewhere': {
    status: 403,
    zh: '只能在您自己的管辖区域内授予角色。请选择辖区内的区域或单位。',
    en: 'Roles may only be granted inside your own jurisdiction.',
  },
  'not-yourself': {
    zh: '不能为自己授予或收回角色，请由另一位授权管理员办理。',
    en: 'Nobody may grant to or revoke from themselves; ask another authorisation administrator.',
  },
  'grant-gone': {
    status: 404,
    zh: '没有找到这项授权，可能已被收回。',
    en: 'There is no such grant; it may have been revoked.',
  },
  'day-past': {
    zh: '交接日期 {day} 已过去。请填写今天或之后的日期。',
    en: 'The day {day} lies in the past. Give today or a later day.',
  },
  'successor-closed': { zh: '继任账号已停用，不能接收工作。', en: 'The successor account is closed.' },
  'scope-unknown': {
    zh: '没有找到“{scope}”。请填写12位区划代码、小区代码或统一社会信用代码；该区域或单位须已导入。',
    en: 'There is no {scope}: give a division code, a compound code or a credit code that is on record.',
  },
  'scope-wrong-kind': {
    zh: '角色“{role}”应对应{what}，“{scope}”不是。',
    en: 'The role {role} needs a {whatEn}; {scope} is none.',
  },
  'account-shape': {
    zh: '账号“{account}”不合规：用 3–32 个小写字母、数字或 . _ - ，以字母或数字开头。',
    en: 'The account name {account} needs 3–32 small letters, digits or . _ -, beginning with a letter or digit.',
  },
  'account-unknown': {
    status: 404,
    zh: '没有账号“{account}”。请核对拼写。',
    en: 'There is no account {account}.',
  },
  'names-differ': {
    zh: '账号“{account}”的几行姓名不一致。请写成一样的。',
    en: 'The rows of account {account} give different names.',
  },
  'account-elsewhere': {
    status: 403,
    zh: '账号“{account}”由其他管理员管理，不能在此修改。请换一个账号，或请其管理员办理。',
    en: 'The account {account} is administered elsewhere.',
  },
  'account-closed': {
    zh: '账号“{account}”已停用。请先恢复它，再授予角色。',
    en: 'The account {account} is closed: reopen it first.',
  },
  'successor-same': { zh: '继任人不能是本人。', en: 'The successor must be somebody else.' },
})
