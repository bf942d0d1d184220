import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('self-reports', {
  'stage-over': {
    status: 409,
    zh: '“{round}”的自评申报阶段已经结束，不能再填报。对得分有异议的，请在公示期内申诉。',
    en: 'The self-report stage of {round} is over; appeal after publication.',
  },
  'stage-not-begun': {
    status: 409,
    zh: '“{round}”还没有进入自评申报阶段。',
    en: '{round} has not reached the self-report stage.',
  },
  'already-submitted': {
    status: 409,
    zh: '这份自评申报已由{by}提交。要修改，请先在期限内撤回。',
    en: 'This report was submitted by {by}; reopen it within the term to change it.',
  },
  'not-submitted': { status: 409, zh: '这份自评申报还没有提交。', en: 'This report is not submitted.' },
  'term-over': {
    status: 409,
    zh: '申报期限 {day} 已过，已提交的不能再撤回。确有错误的，请向评价主体说明。',
    en: 'The term ended on {day}; a submitted report cannot be reopened any more.',
  },
  'row-foreign': {
    zh: '这个对象的评价表里没有编号为 {row} 的指标。',
    en: 'The table of this subject has no row {row}.',
  },
  'computed-not-declared': {
    zh: '“{title}”由系统从登记的记录自动计算，不能申报；认为不对的，请选“异议”并写明理由。',
    en: '{title} is computed from the records; contest it instead of declaring it.',
  },
  'not-declarable': {
    zh: '“{title}”不由被评单位申报（满意度由第三方调查，负面清单由主管部门认定）。',
    en: '{title} is not declared by the scored body.',
  },
  'not-contestable': {
    zh: '{row} 没有可以提出异议的现有数据；请直接申报您的数据。',
    en: 'Row {row} has no value to contest; declare yours.',
  },
  'value-missing': { zh: '请填写申报的数据。', en: 'Enter the value that you declare.' },
  'evidence-missing': {
    zh: '请附上佐证材料，或写明材料名称、文号。',
    en: 'Attach evidence, or name the papers.',
  },
  'reason-missing': { zh: '请写明异议的理由，至少 4 个字。', en: 'Say why you contest it.' },
  'check-last-year': {
    zh: '这是去年的数据，请核对后确认或修改。',
    en: 'Copied from last year: check it, then confirm or change it.',
  },
  unanswered: { zh: '还没有办理：请选择认可、申报或异议。', en: 'Nothing is said of this row yet.' },
  'not-ready': {
    zh: '还有 {count} 行没有办好，没有提交。请逐行处理，或对其余各行点“全部认可”。',
    en: '{count} rows are not ready; nothing was submitted.',
  },
  'nothing-to-copy': {
    zh: '去年没有可以复制的申报数据，或各行都已填过。',
    en: 'Last year has nothing to copy, or every row is filled in already.',
  },
  'contest-not-yet': {
    status: 409,
    zh: '异议在考核评分阶段答复；“{round}”现在处于{stage}阶段。',
    en: 'Contests are answered in the grading stage; {round} is elsewhere.',
  },
  'contest-answered': { status: 409, zh: '这条异议已由别人答复。', en: 'This contest has been answered.' },
  'own-contest': {
    status: 403,
    zh: '这条异议出自您提交的自评申报，须由他人答复。',
    en: 'You submitted this report; somebody else must answer its contests.',
  },
  'accepted-value-missing': {
    zh: '异议成立的，请填写核定的数据。',
    en: 'Give the value that counts from now on.',
  },
  'sheet-report-unknown': {
    zh: '没有找到您可以填报的 {year} 年自评申报（对象代码 {code}）。请用“下载申报表”得到的表格填写。',
    en: 'There is no report of {year} for {code} that you may fill in.',
  },
  'stance-unclear': {
    zh: '填了数据却没有选“办理”。请选 申报 或 异议。',
    en: 'A value is given but nothing chosen: declare or contest?',
  },
  'too-long': { zh: '最多 {most} 个字。', en: 'At most {most} characters.' },
})
