import type { ReasonCode } from './outcome.ts'

export interface Sentence {
  zh: string
  en: string
}

const SPREAD: Sentence = { zh: '分值由其他指标按比例分担', en: 'its points are carried by the other rows' }

/** One sentence per reason; {holes} are filled by why.ts. */
export const WHY: Record<ReasonCode, Sentence> = {
  yes: { zh: '{title}：是，{got}。', en: '{title}: yes, {got}.' },
  no: { zh: '{title}：否，{got}。', en: '{title}: no, {got}.' },
  'limit-met': {
    zh: '{title}：{quantity}，符合“{comparator}{limit}”的要求{provisional}，{got}。',
    en: '{title}: {quantity}, which is {comparator} {limit}{provisional}, {got}.',
  },
  'limit-missed': {
    zh: '{title}：{quantity}，不符合“{comparator}{limit}”的要求{provisional}，{got}。',
    en: '{title}: {quantity}, which is not {comparator} {limit}{provisional}, {got}.',
  },
  ratio: { zh: '{title}：{quantity}{full}，{got}。', en: '{title}: {quantity}{full}, {got}.' },
  'no-matter': {
    zh: '{title}：本期没有发生（无事项），按满分计，{got}。',
    en: '{title}: nothing of the kind happened in the period, which scores full, {got}.',
  },
  count: {
    zh: '{title}：{value}，目标{target}{provisional}，{got}。',
    en: '{title}: {value} against a target of {target}{provisional}, {got}.',
  },
  tier: {
    zh: '{title}：{tier}，按{share}计，{got}。',
    en: '{title}: {tier}, at {share}, {got}.',
  },
  'below-tiers': {
    zh: '{title}：{quantity}，没有达到最低一档，{got}。',
    en: '{title}: {quantity}, below the lowest tier, {got}.',
  },
  checklist: {
    zh: '{title}：{of}项中达到{met}项{provisional}，{got}。',
    en: '{title}: {met} of {of} items met{provisional}, {got}.',
  },
  grade: { zh: '{title}：{grade}，按{share}计，{got}。', en: '{title}: {grade}, at {share}, {got}.' },
  survey: {
    zh: '{title}：平均{mean}分（百分制），{got}。',
    en: '{title}: a mean of {mean} out of 100, {got}.',
  },
  deduction: {
    zh: '{title}：{incidents}起（{names}），扣{taken}分。',
    en: '{title}: {incidents} ({names}), {taken} points deducted.',
  },
  'deducted-elsewhere': {
    zh: '{title}：同一事件已在扣分更重的一行扣过，本行不再扣。',
    en: '{title}: the same event is deducted in the row where it weighs more.',
  },
  'no-incident': { zh: '{title}：本期没有，不扣分。', en: '{title}: none in the period, nothing deducted.' },
  'gate-no': { zh: '前提“{gate}”没有满足，{got}。', en: 'The condition "{gate}" is not met, {got}.' },
  'gate-missing': {
    zh: '还没有前提“{gate}”的记录，暂计0分，{max}分待定。',
    en: 'Nothing is recorded yet for the condition "{gate}": 0 for now, {max} points open.',
  },
  missing: {
    zh: '还没有“{quoted}”的记录，暂计0分，{max}分待定。',
    en: 'Nothing is recorded yet for "{title}": 0 for now, {max} points open.',
  },
  'declared-not-applicable': {
    zh: `本项不适用（{why}），${SPREAD.zh}。`,
    en: `Does not apply ({why}); ${SPREAD.en}.`,
  },
  'zero-denominator': {
    zh: `{title}：没有可计算的对象，本项不适用，${SPREAD.zh}。`,
    en: `{title}: there is nothing to count, so the row does not apply; ${SPREAD.en}.`,
  },
  'not-attributable': {
    zh: `没有“{quoted}”的数据，按不归责处理，${SPREAD.zh}。`,
    en: `No data on "{title}": not attributable to the subject; ${SPREAD.en}.`,
  },
  'other-level': {
    zh: `本项不评这一层级，${SPREAD.zh}。`,
    en: `The row does not exist at this level; ${SPREAD.en}.`,
  },
  'not-scored': { zh: '本行已取消，不计分。', en: 'The row is cancelled and not scored.' },
}

export const GOT: Sentence = { zh: '得{points}分（满分{printed}分）', en: '{points} of {printed} points' }

/** Said first where one reading was made of several (C11). */
export const AVERAGED: Sentence = {
  zh: '{readings}份登记：{said}，取平均。',
  en: '{readings} readings ({said}), averaged. ',
}
/** The same of grades given project by project (C33). */
export const WEIGHTED: Sentence = {
  zh: '{readings}份评分：{said}，按项目户数加权平均。',
  en: '{readings} grades ({said}), weighted by the households of their projects. ',
}

/** Added where the points of other rows raised this row's weight. */
export const REWEIGHTED: Sentence = {
  zh: '因有指标不适用，本行按满分{max}分折算，计{counted}分。',
  en: ' As other rows do not apply, this row counts up to {max} points: {counted}.',
}

/** Added beside a figure that the standard does not give. */
export const PROVISIONAL: Sentence = {
  zh: '（市里未定，暂用）',
  en: ' (not settled by the city, provisional)',
}

export const COMPARATORS: Record<string, Sentence> = {
  '>=': { zh: '不低于', en: 'at least' },
  '<=': { zh: '不超过', en: 'at most' },
  '=': { zh: '等于', en: 'exactly' },
  '>': { zh: '高于', en: 'more than' },
  '<': { zh: '低于', en: 'less than' },
}

/** Words for the units that facts and limits name. */
export const UNITS: Record<string, Sentence> = {
  persons: { zh: '人', en: ' persons' },
  yuan: { zh: '元', en: ' yuan' },
  points: { zh: '分', en: ' points' },
  days: { zh: '天', en: ' days' },
  hours: { zh: '小时', en: ' hours' },
  months: { zh: '个月', en: ' months' },
}
