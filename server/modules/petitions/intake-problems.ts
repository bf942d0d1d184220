import { defineProblems } from '../../platform/problems/refusal.ts'

/** Why something is not filed, or a resident's step not taken. */
export const refuse = defineProblems('petitions', {
  'place-or-category-unknown': {
    zh: '没有找到所选的地点或类别，可能不在本市。请重新选择；不在本市的事请拨打当地 12345。',
    en: 'The place or the category is unknown, or not in this city. Choose again; for other cities call 12345 there.',
  },
  'place-dissolved': {
    zh: '“{name}”已撤销。请改选所在的社区“{community}”再提交，填写的内容都还在。',
    en: '{name} exists no more. Choose its community, {community}, and send again; what you wrote is kept.',
  },
  'place-gone': {
    zh: '“{name}”已撤销。请重新选择现在的小区或社区。',
    en: '{name} exists no more. Choose the compound or community as it is called now.',
  },
  'category-shut': {
    zh: '“{name}”不能直接选用，请选一个更具体的类别。',
    en: '{name} cannot be chosen itself; choose a narrower category.',
  },
  'too-many-today': {
    status: 429,
    zh: '这个手机号今天已反映 {most} 件，明天可以再提。急事请拨打社区电话或 12345；险情请拨打 110、119、120。',
    en: 'This phone has filed {most} claims today; file again tomorrow. For what is urgent call your community or 12345, in danger 110, 119 or 120.',
  },
  'intake-key-used': {
    status: 409,
    zh: '这份内容和先前提交的不一样，没有另行登记。请刷新页面后重新提交。',
    en: 'This differs from what was sent before under the same key, and was not filed. Reload the page and send again.',
  },
  'reporter-phone-unreadable': {
    zh: '诉求人电话应为 11 位手机号；没有就留空。',
    en: 'The reporter’s phone should be a mobile number of 11 digits; leave it empty where there is none.',
  },
  'category-code-taken': {
    status: 409,
    zh: '代码 {code} 已被使用，或它的上级类别不存在。',
    en: 'Code {code} is taken, or the group that it lies in does not exist.',
  },
  'duty-nobody': {
    zh: '没有这个单位，或所选地点没有对应的机关。请重新选择。',
    en: 'There is no such body, or no office at the place. Choose again.',
  },
  'duty-days': { zh: '终止日期应晚于开始日期。', en: 'The last day must come after the first.' },
  'ladder-of-district': {
    zh: '只有旗县区（或市）可以设定升级是否经过社区，其他级别都不能跳过。',
    en: 'Only a district, or the city, sets whether claims climb by way of the community; no other step can be left out.',
  },
  'link-wrong': {
    status: 404,
    zh: '这个链接不完整或不对。请从短信里重新点开，或按编号查询。',
    en: 'This link is incomplete or wrong. Open it from the message again, or look up the number.',
  },
  'follow-own': {
    status: 409,
    zh: '这件就是您自己反映的，进展会短信告诉您，不用再关注。',
    en: 'This claim is your own; you are told of it anyway.',
  },
  'follow-ended': {
    status: 409,
    zh: '这件诉求已经{state}，不能再加入。问题还在的话请另行反映。',
    en: 'This claim is {state}; nobody can join it any more. File your own if the trouble is still there.',
  },
  'reopen-needs-reason': {
    zh: '请写明要求重办的理由，至少 4 个字：{days} 个工作日内第一次申请不用写理由，之后要写。',
    en: 'Say why it should be done again, in 4 characters at least: only the first time, within {days} working days, needs no reason.',
  },
  'urged-lately': {
    status: 429,
    zh: '今天已经催办过，承办单位已收到。明天还没有进展可以再催。',
    en: 'You have urged it today and the handler knows. Urge again tomorrow if nothing has moved.',
  },
  'photos-enough': {
    zh: '这件诉求已有 {count} 张照片，最多 {most} 张。',
    en: 'This claim has {count} photos; {most} at most.',
  },
  'not-yours-to-move': {
    status: 403,
    zh: '只有反映人可以做这一步。关注的人会收到进展短信。',
    en: 'Only whoever reported it may do this; followers are told how it goes.',
  },
})
