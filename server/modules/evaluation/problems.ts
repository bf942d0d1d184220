import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('evaluation', {
  'round-exists': {
    status: 409,
    zh: '{year} 年已有名为“{name}”的轮次。请换一个名称，或打开已有的轮次。',
    en: 'There is already a round called {name} for {year}.',
  },
  'round-stands': {
    status: 409,
    zh: '{year} 年已有“{name}”（{place}，{state}）。通常一年一轮；如确需再开，请勾选“确实要再开一轮”。',
    en: 'There is already {name} for {year} ({place}). Say so if another is meant.',
  },
  'year-unknown': {
    zh: '年度 {year} 不在可评价的范围内（{least} 至 {most}）。评价以自然年度为单元，一年一次。',
    en: 'The year {year} cannot be evaluated (from {least} to {most}).',
  },
  'edition-unknown': {
    zh: '规则库里没有编号为“{edition}”的评价标准版本。',
    en: 'The rule-book has no edition {edition}.',
  },
  'round-closed': { status: 409, zh: '这一轮评价已结束，不能再重算或修改。', en: 'This round is closed.' },
  'round-published': {
    status: 409,
    zh: '这一轮已经公示，只能以确定结果结束，不能作废。确有错误的，请走申诉或更正。',
    en: 'This round has been published; it ends by its result only.',
  },
  'rival-round': {
    status: 409,
    zh: '本年度已有“{name}”正在对这一范围进行评价（6.8.2：一年评价一次）。请先完成或结束那一轮；本轮可以试算，不能进入评价程序。',
    en: '{name} of the same year is under way for these places; finish or end it first.',
  },
  'round-over': {
    status: 409,
    zh: '这一轮已归档或结束，没有下一阶段。',
    en: 'This round has no further stage.',
  },
  'stage-moved': {
    status: 409,
    zh: '这一轮已由别人推进到别的阶段，请刷新后再看。',
    en: 'Somebody has moved this round to another stage; reload the page.',
  },
  'term-provisional': {
    status: 409,
    zh: '{stage}阶段的截止日 {day} 是暂定的：该年度的放假安排尚未载入。请系统管理员先在“工作日历”载入正式通知，再结束本阶段。',
    en: 'The last day of this stage ({day}) is provisional: load the notice of that year first.',
  },
  'term-running': {
    status: 409,
    zh: '{stage}期限到 {day} 截止，期满之前不能结束本阶段。',
    en: 'The term of this stage runs to {day}; it cannot end before.',
  },
  'work-unfinished': {
    status: 409,
    zh: '{stage}阶段还有 {count} 项工作没有完成。请先完成，或写明不再等待的决定和理由。',
    en: 'This stage still waits for {count} pieces of work: finish them, or record the decision that says why not.',
  },
  'of-procedure': {
    status: 409,
    zh: '这一条是评价程序中给出的（评分、决定、认定或自评），不能用登记事实更改或撤销。请在考核、认定与决定或自评申报中更改。',
    en: 'This was given in the procedure of a round; it is changed where it was given.',
  },
  'facts-frozen': {
    status: 409,
    zh: '“{name}”所在的 {year} 年评价已进入{stage}阶段，不能再登记或更改事实。有异议的，请在公示后提出申诉。',
    en: 'The round of {year} that scores {name} takes no more facts; appeal after publication.',
  },
  'scores-frozen': {
    status: 409,
    zh: '这一轮已进入公示，得分按冻结的数据保存，不能重算。更改请走申诉或更正。',
    en: 'Scores are frozen from publicity on; they change by appeal or correction only.',
  },
  'kept-whole': {
    status: 409,
    zh: '复核阶段的得分连同计算依据一起保存，不能只重算一个对象。请在轮次页计算全部得分。',
    en: 'Scores of the moderation stage are kept with what they were computed from: compute the whole round.',
  },
  'not-frozen': {
    status: 409,
    zh: '这一轮还没有公示，得分随记录计算；请直接更正记录后重新计算。',
    en: 'This round has not been published; correct the records and compute it again.',
  },
  'not-kept': {
    status: 409,
    zh: '当前得分不是在复核阶段算出的，没有保存计算依据。请先重新计算得分，再进入公示。',
    en: 'The scores were not computed during moderation and kept no readings: compute them again first.',
  },
  'no-archive': {
    zh: '这不是本系统的评价档案，或其格式较新。请核对文件，或升级后再试。',
    en: 'This is no archive of a round, or one of a later format.',
  },
  'scores-stale': {
    status: 409,
    zh: '上次计算之后又有 {count} 条评价数据登记或更改。请先重新计算得分，再进入公示。',
    en: '{count} facts were recorded since the last computation: compute the scores again first.',
  },
  'run-running': {
    status: 409,
    zh: '这一轮正在计算中，请等它完成（约 {seconds} 秒）。',
    en: 'This round is being computed already.',
  },
  'run-interrupted': {
    zh: '计算中途服务停止，未改变已有得分。请重新计算。',
    en: 'The server stopped during the pass and no score was changed. Compute it again.',
  },
  'run-broken': {
    zh: '计算中途出错（{code}），未改变已有得分。请稍后重新计算；若仍出错，请告诉系统管理员。',
    en: 'The pass failed ({code}) and no score was changed. Compute it again, or tell the administrator.',
  },
  'place-kind': {
    zh: '评价范围应是全市或一个旗县区，“{name}”不是。',
    en: 'A round covers the city or one district; {name} is neither.',
  },
  'fact-unknown': {
    zh: '规则库里没有“{fact}”这项事实。请从模板的下拉列表中选择，或填写指标编号（如 1-06）。',
    en: 'The rule-book has no fact {fact}.',
  },
  'fact-computed': {
    zh: '“{title}”由系统从登记的记录自动计算，不能申报。请更正相应的记录：{reads}',
    en: '{title} is computed from the records and cannot be declared. Correct the records instead.',
  },
  'subject-mismatch': {
    zh: '“{title}”的评价对象是{expected}，“{name}”不是。',
    en: '{title} is a fact about a {expected}; {name} is not one.',
  },
  'place-unknown': {
    zh: '没有找到代码为“{code}”的区域或小区。',
    en: 'There is no place with the code {code}.',
  },
  'enterprise-unknown': {
    zh: '没有找到统一社会信用代码为“{code}”的企业。',
    en: 'There is no enterprise with the code {code}.',
  },
  'enterprise-missing': {
    zh: '这是企业的事实，请填写企业的统一社会信用代码；“对象代码”填所在旗县区的代码。',
    en: 'This is a fact about an enterprise: give its credit code, and the district as the place.',
  },
  'enterprise-superfluous': {
    zh: '这不是企业的事实，请不要填写统一社会信用代码。',
    en: 'This is not a fact about an enterprise; leave the credit code empty.',
  },
  'project-unknown': {
    zh: '没有找到代码为“{code}”的项目小区。',
    en: 'There is no compound with the code {code}.',
  },
  'project-superfluous': {
    zh: '只有企业的评分事实才按项目填写，请清空“项目小区代码”。',
    en: 'Only grades of enterprises are given per project.',
  },
  'project-not-served': {
    zh: '“{enterprise}”在 {year} 年没有服务过“{name}”。请核对项目小区代码和企业。',
    en: '{enterprise} did not serve {name} in {year}.',
  },
  'committee-grades-only': {
    zh: '业委会只为服务本小区的企业评分，“{title}”不由业委会评价；请填写本小区为项目小区。',
    en: 'An owners committee grades the firm that serves its own compound; {title} is not its to grade.',
  },
  'survey-not-yours': {
    zh: '满意度调查的结果由第三方调查机构或主管部门登记。请改选其他来源，或把结果交给他们。',
    en: 'Survey results are recorded by the survey agency or the bureau.',
  },
  'incident-missing': {
    zh: '负面清单事项须填写事件编号，同一事件只扣一次。',
    en: 'An entry of the negative list needs the number of its incident.',
  },
  'severity-unknown': {
    zh: '轻重程度请填写：{severities}；或填写认定文件给出的扣分数（{least} 至 {most} 分，没有填 0）。',
    en: 'Name one of these severities: {severities}; or give the points that the finding names, {least} to {most}, or 0.',
  },
  'value-wanted': {
    zh: '“{title}”请填写在“数值”一栏，不要填分子和分母。',
    en: 'Give {title} as a value, not as numerator and denominator.',
  },
  'row-twice': {
    zh: '与第 {row} 行说的是同一件事（年度、事实、对象、项目、评价人和事件都相同）。请只保留一行，或写明不同的评价人。',
    en: 'The same fact by the same grader as row {row}. Keep one of them, or name the graders.',
  },
  'reason-missing': {
    zh: '这条事实已登记过，内容不同。更正请写明“更正原因”；不是更正的，请核对年度、对象和评价人。',
    en: 'This fact was recorded before and said otherwise: give the reason of the correction.',
  },
  'already-withdrawn': { status: 409, zh: '这条登记已经撤销。', en: 'This fact is withdrawn already.' },
  'withdraw-elsewhere': {
    status: 409,
    zh: '这是评价程序中作出的评分、调整或决定，请在作出它的地方更改。',
    en: 'This was decided in the procedure of the round; change it where it was decided.',
  },
  'withdraw-not-yours': {
    status: 403,
    zh: '业委会只能撤销自己登记的评分。',
    en: 'An owners committee may withdraw only the grades that it recorded.',
  },
  'cell-refused': { zh: '{reason}', en: '{reasonEn}' },
  'out-of-reach': {
    status: 403,
    zh: '“{name}”不在您的管辖范围内。',
    en: '{name} lies outside your jurisdiction.',
  },
  'row-withheld': {
    status: 403,
    zh: '本组有涉及个人的内容，您的角色只能看到一级指标的合计。',
    en: 'This group touches persons; your role sees its total only.',
  },
  'row-unknown': { status: 404, zh: '这张表没有编号为 {row} 的行。', en: 'The table has no row {row}.' },
  'not-evaluated': {
    status: 409,
    zh: '这一轮还没有计算过得分，请先计算。',
    en: 'This round has not been computed yet.',
  },
})
