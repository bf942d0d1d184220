import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('accounts', {
  'wrong-credentials': {
    status: 401,
    zh: '账号或密码不正确。连续输错 {limit} 次将锁定 {minutes} 分钟。',
    en: 'The account or the password is wrong. After {limit} wrong tries the account is locked for {minutes} minutes.',
  },
  locked: {
    status: 423,
    zh: '该账号因连续输错密码或验证码已锁定，请在 {minutes} 分钟后再试，或请授权管理员重置密码。',
    en: 'This account is locked after wrong passwords or codes. Try again in {minutes} minutes or ask the authorisation administrator for a reset.',
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
  'password-aged': {
    status: 403,
    zh: '您的密码已用满 {days} 天。请先修改密码，再办理其他事项。',
    en: 'Your password is {days} days old. Change it first.',
  },
  'second-factor-missing': {
    status: 403,
    zh: '您的角色登录须用动态验证码。请先用手机绑定验证器，再办理其他事项。',
    en: 'Your role signs in with a second factor. Enrol an authenticator first.',
  },
  'second-factor-needed': {
    status: 403,
    zh: '办理此事须先通过动态验证：请输入验证器上的 6 位验证码，还没有绑定的请先绑定。',
    en: 'This needs your second factor: enter the code of your authenticator, or enrol one first.',
  },
  'second-factor-wrong': {
    zh: '验证码不正确。请输入验证器上现在显示的 6 位数字（或一个未用过的恢复码），并核对手机的时间是否准确。',
    en: 'The code is wrong. Enter the six digits shown now (or an unused recovery code), and check the time of your telephone.',
  },
  'second-factor-used': {
    zh: '这个验证码已经用过。请等验证器换出下一个（最多 30 秒）再输入。',
    en: 'This code has been used. Wait for the next one (at most 30 seconds).',
  },
  'second-factor-not-enrolled': {
    status: 409,
    zh: '该账号还没有绑定验证器。',
    en: 'This account has no authenticator enrolled.',
  },
  'enrolment-gone': {
    status: 409,
    zh: '这个二维码已失效。请重新显示一个，再扫码绑定。',
    en: 'This QR code has expired. Show a new one and scan that.',
  },
  'session-gone': {
    status: 404,
    zh: '这个登录已经结束。',
    en: 'This session has ended already.',
  },
  'identity-not-configured': {
    status: 409,
    zh: '本系统没有接入统一身份认证。请由系统管理员先按运行维护手册配置。',
    en: 'No identity provider is configured here.',
  },
  'identity-taken': {
    status: 409,
    zh: '这个统一身份标识已绑定在另一个账号上。请先在那个账号解除绑定。',
    en: 'This identity is bound to another account. Unbind it there first.',
  },
  'password-common': {
    zh: '这个密码太常见，容易被猜中（常用词加年份、数字或符号也算）。请用几个不相关的词组成密码。',
    en: 'This password is a common one (a common word with a year, digits or signs counts too). Put several unrelated words together.',
  },
  'password-reused': {
    zh: '不能使用最近 {count} 次用过的密码。请换一个新的。',
    en: 'None of the last {count} passwords may be used again.',
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
  'phone-unreadable': {
    zh: '“{phone}”不是11位手机号。请核对，或留空不填。',
    en: '{phone} is not a mobile number of 11 digits; correct it or leave it empty.',
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
