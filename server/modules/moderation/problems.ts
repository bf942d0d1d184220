import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('moderation', {
  'not-in-moderation': {
    status: 409,
    zh: '“{round}”不在复核阶段，不能再复核。公示后的问题请通过申诉或更正处理。',
    en: '{round} is not being moderated; after publication use an appeal or a correction.',
  },
  'not-evaluated': {
    status: 409,
    zh: '这一轮还没有计算得分，请先计算全部得分，再检查疑点。',
    en: 'The round has no scores yet; compute them first.',
  },
  'own-hand': {
    status: 403,
    zh: '您对“{name}”{hand}，须由另一名有权人员复核（两人制）。',
    en: 'You {hand} ({name}): another person must confirm it.',
  },
  'question-open': {
    status: 409,
    zh: '“{name}”还有 {count} 个提问等待评分人答复，答复后才能确认。',
    en: '{count} questions on {name} wait for the grader’s answer.',
  },
  'score-changed': {
    status: 409,
    zh: '“{name}”的得分在您打开页面后有变动，请刷新核对后再确认。',
    en: 'The score of {name} has changed since you opened the page; look again.',
  },
  'no-score': {
    status: 409,
    zh: '“{name}”还没有得分。请先计算全部得分。',
    en: '{name} has no score yet; compute the scores first.',
  },
  'confirmed-already': {
    status: 409,
    zh: '“{name}”已由 {by} 复核确认。',
    en: '{name} has been confirmed by {by} already.',
  },
  'note-missing': {
    zh: '“{name}”有 {count} 个疑点没有说明。请写明为什么照此确认，至少 4 个字。',
    en: '{count} flags of {name} are not explained; say why they stand.',
  },
  'not-in-sight': {
    status: 404,
    zh: '没有找到这个复核事项，或它不在您的管辖范围内。',
    en: 'There is no such review, or it lies outside your jurisdiction.',
  },
  'not-graded': {
    zh: '{row} 在这项考核任务里没有评分，不能提问或选定。请刷新后重选。',
    en: 'Row {row} has no grade in this task.',
  },
  'asked-already': {
    status: 409,
    zh: '对 {row} 的提问还没有答复，不能重复提问。',
    en: 'A question on row {row} waits for its answer already.',
  },
  'second-only': {
    zh: '第二评分只作对照。请对第一评分提问，或在两者之间选定。',
    en: 'The second grade is only compared: ask the first grader, or choose between the two.',
  },
  'no-second': {
    zh: '{row} 没有两名评分人的评分，无从选定。',
    en: 'Row {row} was not graded by two.',
  },
  'no-mean': {
    zh: '{row} 的两个评分（是/否、等级或不适用）不能取平均，请选用其中一个。',
    en: 'The two grades of row {row} have no mean; choose one of them.',
  },
})
