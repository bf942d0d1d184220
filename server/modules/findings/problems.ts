import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('findings', {
  'row-not-negative': {
    zh: '{row} 不是负面清单里的指标。请从列表中选择。',
    en: '{row} is no row of the negative list.',
  },
  'severity-unknown': {
    zh: '轻重程度请填写：{severities}；或填写认定文件给出的扣分数（{least} 至 {most} 分）。',
    en: 'Name one of these severities: {severities}; or the points that the finding names, {least} to {most}.',
  },
  'not-a-district': {
    zh: '企业按“企业×旗县区”评价，“{name}”不是旗县区。',
    en: 'An enterprise is evaluated in a district; {name} is none.',
  },
  'enterprise-unknown': {
    zh: '没有找到这家物业服务企业。请重新选择。',
    en: 'There is no such enterprise; choose again.',
  },
  'not-served': {
    zh: '“{enterprise}”在 {year} 年没有服务过“{place}”。请核对企业、旗县区和项目。',
    en: '{enterprise} did not serve {place} in {year}.',
  },
  'found-later': {
    zh: '认定日期 {day} 晚于今天，请核对。',
    en: 'The finding is dated {day}, later than today.',
  },
  'year-frozen': {
    status: 409,
    zh: '{year} 年的评价已进入{stage}阶段，得分已冻结。请在公示后通过申诉或更正处理。',
    en: 'The round of {year} is frozen; use an appeal or a correction.',
  },
  'incident-exists': {
    status: 409,
    zh: '这家企业的 {row} 已登记过编号为“{number}”的事件。同一事件只登记一次，内容有误请更正。',
    en: 'Incident {number} is recorded already in row {row}; amend it instead.',
  },
  'incident-changed': {
    status: 409,
    zh: '这件事件已由 {by} 更改过，请刷新后再改。您填写的内容没有丢失。',
    en: '{by} has changed this incident since; reload it. What you entered is not lost.',
  },
  'incident-withdrawn': {
    status: 409,
    zh: '这件事件已撤销，不能再更改。',
    en: 'This incident is withdrawn.',
  },
  'row-not-decidable': {
    zh: '{row} 不能对这类对象作不适用决定：它不在这类对象的评价表里，或属于负面清单、不计分的行。',
    en: 'No decision can be taken on {row} for this kind of subject.',
  },
  'ground-not-in-row': {
    zh: '裁定 {ground} 不涉及 {row}。请选择适用的裁定，或选“其他”并写明理由。',
    en: 'Ruling {ground} does not speak of {row}; choose another, or say why in words.',
  },
  'subject-elsewhere': {
    zh: '这一轮里没有这个对象，或它不在所选区域内。请重新选择。',
    en: 'The round has no such subject in this place.',
  },
  'nobody-concerned': {
    zh: '所选区域在这一轮没有这类评价对象。',
    en: 'The round has no subject of this kind in the place.',
  },
  'round-frozen': {
    status: 409,
    zh: '“{round}”已进入{stage}阶段，得分已冻结。请在公示后通过申诉或更正处理。',
    en: '{round} is frozen; use an appeal or a correction.',
  },
  'decision-exists': {
    status: 409,
    zh: '对同一指标、同一对象已有一项提出或批准的不适用决定。',
    en: 'There is already such a decision, proposed or taken.',
  },
  'own-proposal': {
    status: 403,
    zh: '这项决定是您提出的，须由另一名有权人员批准（两人制）。',
    en: 'You proposed this decision; another person must settle it.',
  },
  'not-proposed': {
    status: 409,
    zh: '这项决定已经处理过，请刷新后查看。',
    en: 'This decision has been settled already.',
  },
  'not-decided': {
    status: 409,
    zh: '只有已批准的决定才能撤销；未批准的请选“不批准”。',
    en: 'Only a decision that was taken can be withdrawn.',
  },
  'note-missing': { zh: '不批准请写明理由，至少 4 个字。', en: 'Say why it is rejected.' },
})
