import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('publicity', {
  'nothing-scored': {
    status: 409,
    zh: '这一轮还没有计算得分，没有可公示的结果。请先计算全部得分，再进入公示。',
    en: 'This round has no scores to publish; compute them first.',
  },
  'term-over': {
    status: 409,
    zh: '这一轮的公示期已经结束，不再受理异议。仍有问题的，可向所在区物业主管部门反映。',
    en: 'The term of publicity is over and no more objections are taken; turn to the district housing bureau.',
  },
  'subject-not-shown': {
    zh: '这一轮公示里没有这个对象。请从结果页面重新进入。',
    en: 'This round shows no such subject; open it again from the results.',
  },
  'row-not-shown': {
    zh: '这个对象的评价表里没有编号为“{row}”的一条。',
    en: 'The table of this subject has no row {row}.',
  },
  'phone-unreadable': {
    zh: '“{phone}”不是11位手机号。请核对，或留空不填。',
    en: '{phone} is not a mobile number of 11 digits; correct it or leave it empty.',
  },
  'receipt-unknown': {
    status: 404,
    zh: '没有找到回执号 {receipt}。请核对后再查，注意区分字母和数字。',
    en: 'There is no receipt {receipt}. Check the letters and digits.',
  },
  'answered-already': {
    status: 409,
    zh: '这条异议已经答复过，答复已向异议人公开，不能再改。',
    en: 'This objection has been answered; the answer is out and cannot be changed.',
  },
})
