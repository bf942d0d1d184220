import { defineProblems } from '../../platform/problems/refusal.ts'

/** What is wrong with a row of history. */
export const refuse = defineProblems('petitions', {
  'past-place-unknown': {
    zh: '没有“{place}”这个地点。请填小区、社区或街道的代码，或小区的全名。',
    en: 'There is no place {place}: give the code of a compound, community or street, or a compound’s whole name.',
  },
  'past-place-several': {
    zh: '有 {count} 个地点叫“{place}”。请填代码。',
    en: '{count} places are called {place}: give the code.',
  },
  'past-place-out-of-reach': {
    zh: '“{place}”不在您的管辖范围。',
    en: '{place} is outside your jurisdiction.',
  },
  'past-category-unknown': {
    zh: '没有“{category}”这个诉求类别。请填类别代码或名称，见“类别”表。',
    en: 'There is no category {category}: give its code or name.',
  },
  'past-in-future': {
    zh: '{what} {at} 还没有到。',
    en: '{whatEn} {at} lies in the future.',
  },
  'past-before': {
    zh: '{what} {at} 早于{than} {thanAt}。',
    en: '{whatEn} {at} lies before {thanEn} {thanAt}.',
  },
  'past-hours': { zh: '时限应是 1 到 87840 之间的小时数。', en: 'The term is 1 to 87840 hours.' },
  'past-two-terms': {
    zh: '目标期限和时限只填一个。',
    en: 'Give the target or the hours, not both.',
  },
  'past-result-open': {
    zh: '没有答复时间和办结时间的诉求还没有结果。',
    en: 'What was neither answered nor closed has no result yet.',
  },
  'past-number-taken': {
    zh: '编号 {number} 已是另一件诉求。',
    en: 'The number {number} belongs to another claim.',
  },
  'past-differs': {
    zh: '编号 {number} 已导入，日期或结果不同。已发生的不改写；只可补上后来的签收、答复、办结。',
    en: '{number} was imported with other dates or another result. What has happened stays; only later steps may be added.',
  },
})
