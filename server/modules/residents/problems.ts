import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('residents', {
  'phone-unreadable': {
    zh: '手机号应为 11 位数字，请核对后再填。',
    en: 'A mobile number has 11 digits. Check it and try again.',
  },
  'code-wrong': {
    zh: '验证码不对，或已过期、已用过、试错次数过多。请核对；不行就重新获取。',
    en: 'The code is wrong, or it has expired, was used, or was tried too often. Check it, or ask for another.',
  },
  'no-texts': {
    status: 409,
    zh: '本系统还没有接通短信，暂时不能验证手机号。请到社区登记，或拨打 12345。',
    en: 'This installation sends no text messages yet. Ask your community to file for you, or call 12345.',
  },
  'not-proved': {
    status: 401,
    zh: '请先用短信验证码验证手机号，填写的内容已保留在本机。',
    en: 'Prove your phone with a code first; what you typed is kept on this device.',
  },
})
