import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('grading', {
  'not-your-task': {
    status: 403,
    zh: '这项考核任务不由您评分：可能已分给别人、已由同事接手，或您需要回避。请刷新任务列表。',
    en: 'This task is not yours to grade: it went to somebody else, a colleague took it, or you must step back. Reload your tasks.',
  },
  'row-foreign': {
    zh: '指标 {row} 不在这项任务内，不由您评分。',
    en: 'Row {row} is not part of this task.',
  },
  'stage-over': {
    status: 409,
    zh: '“{round}”不在考核评分阶段，不能再评分。确需更改的，请由复核人员提问退回。',
    en: '{round} is not in the grading stage; grades are taken no more. A moderator may send a row back with a question.',
  },
  submitted: {
    status: 409,
    zh: '这项任务已提交，不能再改。确需更改的，请由复核人员提问退回。',
    en: 'This task was handed in and cannot be changed. A moderator may send a row back with a question.',
  },
  'row-not-asked': {
    status: 409,
    zh: '指标 {row} 没有待答复的复核提问，只能更改被退回的指标。',
    en: 'No question waits on row {row}; only rows that were sent back can be changed.',
  },
  'id-reused': {
    status: 409,
    zh: '这条评分的编号已用于另一条评分。请刷新后重新评分。',
    en: 'The id of this grade was used for another one. Reload and grade again.',
  },
  'override-reason-missing': {
    zh: '“{title}”的计算值是 {computed}，与您的评分不同。请写明调整理由，至少 4 个字。',
    en: '{title} was computed as {computed}. Give the reason for departing from it, at least 4 characters.',
  },
  'excuse-missing': {
    zh: '选“不适用”时，请在说明里写明原因，至少 4 个字。',
    en: 'Say in the comment why it does not apply, at least 4 characters.',
  },
  'rows-ungraded': {
    status: 409,
    zh: '还有 {count} 项没有评分：{rows}。请评完后再提交；不适用的请写明原因。',
    en: '{count} rows are not graded yet: {rows}. Grade them, or say why they do not apply.',
  },
  'moderation-over': {
    status: 409,
    zh: '“{round}”不在复核阶段，不能再答复复核提问。',
    en: '{round} is not being moderated; questions are answered no more.',
  },
  'question-unknown': {
    status: 404,
    zh: '没有找到这条待答复的复核提问。可能已经答复。',
    en: 'No such question waits for an answer; it may have been answered.',
  },
  'questions-open': {
    status: 409,
    zh: '还有 {count} 条复核提问没有答复。请更改评分或写明说明后再提交。',
    en: '{count} questions wait for an answer. Change the grade or explain it before handing in.',
  },
  'cannot-step-back': {
    status: 409,
    zh: '这项任务已提交，不能再申请回避。请向组织考核的主管部门说明。',
    en: 'The task was handed in; tell the bureau that runs the evaluation.',
  },
  'draw-late': {
    status: 409,
    zh: '“{round}”的考核已开始评分或已结束，不能再公布或更换分配承诺。',
    en: 'Grading in {round} has begun or is over; no commitment can be made or replaced.',
  },
  'number-not-future': {
    zh: '公开号码的日期要在今天之后：号码须在承诺公布以后才产生，谁也不能预知。',
    en: 'The number must be announced after today, so that nobody can foresee it.',
  },
  'nothing-to-draw': {
    status: 409,
    zh: '还没有可分配的小区或考核组成员。请先计算全部得分以列出小区，并为考核组成员开通“考核组”账号。',
    en: 'There is nothing to draw: compute the scores to list the compounds, and give evaluators their role.',
  },
  'committed-already': {
    status: 409,
    zh: '已公布过承诺。要更换的，请在号码产生之前写明理由。',
    en: 'A commitment stands. To replace it before the number is out, give a reason.',
  },
  'not-committed': {
    status: 409,
    zh: '还没有公布分配承诺，不能录入号码。请先公布承诺。',
    en: 'Nothing was committed to; publish the commitment first.',
  },
  'number-not-out': {
    status: 409,
    zh: '号码定于 {day} 产生，现在还不能录入。',
    en: 'The number is announced on {day}; it cannot be entered yet.',
  },
  'number-differs': {
    status: 409,
    zh: '已录入的号码是“{number}”，与这次不同。请对照公告核对；确系录错的，写明理由更正。',
    en: 'The number entered is {number}. Check the announcement; correct it with a reason.',
  },
  'draw-graded': {
    status: 409,
    zh: '考核组已有评分，号码不能再更正。',
    en: 'The evaluation group has graded; the number can be corrected no more.',
  },
  conflict: {
    status: 403,
    zh: '您与“{name}”有利害关系（居住、持有房屋、任职或近亲属），须回避，请由其他人员办理（A.1.4）。',
    en: 'You are bound to {name} (by home, property, work, post or kin): somebody else must do this (A.1.4).',
  },
  'own-office': {
    status: 403,
    zh: '“{name}”就是您任职的单位，不能自己复核或裁定自己的得分，请由上一级主管部门办理（6.8.2）。',
    en: '{name} is your own office: the next level up judges its score (6.8.2).',
  },
  'tie-unknown': {
    zh: '第 {row} 条没有选定小区或单位，或它已不存在。请重新选择。',
    en: 'Line {row} names no compound or body on record; choose again.',
  },
})
