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
  'objection-id-used': {
    status: 409,
    zh: '这个提交编号已经用于另一条内容不同的异议。请刷新页面后重新填写提交。',
    en: 'This objection’s id was used for another text; reload the page and send it again.',
  },
  'appeal-id-used': {
    status: 409,
    zh: '这个提交编号已经用于另一件内容不同的申诉，没有保存。请刷新页面后重新填写提交。',
    en: 'This appeal’s id was used for another appeal and nothing was saved; reload the page and send it again.',
  },
  'correction-id-used': {
    status: 409,
    zh: '这个提交编号已经用于另一件内容不同的更正，没有保存。请刷新页面后重新填写提交。',
    en: 'This correction’s id was used for another correction and nothing was saved; reload the page and send it again.',
  },
  'answered-already': {
    status: 409,
    zh: '这条异议已经答复过，答复已向异议人公开，不能再改。',
    en: 'This objection has been answered; the answer is out and cannot be changed.',
  },
  'appeal-early': {
    status: 409,
    zh: '“{round}”还没有公示，公示后才能申诉。',
    en: '{round} is not published yet; appeals are taken from publication on.',
  },
  'appeal-late': {
    status: 409,
    zh: '申诉期已于 {day} 结束，不再受理（A.1.4）。结果确有错误的，可向物业主管部门反映，由其按更正程序处理。',
    en: 'The term for appeals ended on {day}. Where the result is wrong, ask the bureau for a correction.',
  },
  'row-appealed': {
    status: 409,
    zh: '所选指标里有一项已经在申诉中，答复前不能重复申诉。请刷新后重选。',
    en: 'An appeal is open already on one of these rows.',
  },
  'row-twice': { zh: '指标 {row} 填了两次，请合并。', en: 'Row {row} is named twice.' },
  'appeal-settled': {
    status: 409,
    zh: '申诉 {number} 已经答复或撤回，不能再改。',
    en: 'Appeal {number} has been settled already.',
  },
  'not-candidate': {
    zh: '这名人员不能处理申诉 {number}：他评过所涉指标、填报过有关事实、复核过该对象，或不负责这个区域。请另选。',
    en: 'This person graded, declared or moderated what appeal {number} is about, or has no office there; choose another.',
  },
  'rows-incomplete': {
    zh: '请对申诉的每一项指标分别作出决定（{rows}）。',
    en: 'Decide every row of the appeal: {rows}.',
  },
  'reading-missing': {
    zh: '指标 {row} 认定成立或部分成立，请填写认定后的值。',
    en: 'Row {row} is upheld: enter the reading that counts now.',
  },
  'row-follows': {
    zh: '指标 {row} 由其他结果计算得出，不能直接认定。请对作为依据的指标申诉或更正。',
    en: 'Row {row} follows from other results and cannot be decided by itself.',
  },
  'row-of-findings': {
    zh: '指标 {row} 属于负面清单，由已登记的事件扣分，不能在申诉或更正里直接改分。请到“认定与决定”中更正或撤销有关事件。',
    en: 'Row {row} belongs to the negative list and is settled by its incidents; correct or revoke those under Findings.',
  },
  'frozen-final': {
    status: 409,
    zh: '“{round}”的结果已经确定，改变得分须走更正程序。',
    en: 'The result of {round} is final; a change takes a correction.',
  },
  'correction-early': {
    status: 409,
    zh: '“{round}”的结果还没有确定，请通过申诉处理。',
    en: 'The result of {round} is not final; use an appeal.',
  },
  'row-corrected': {
    status: 409,
    zh: '所选指标里有一项已经提出更正，决定前不能重复提出。',
    en: 'A correction of one of these rows is proposed already.',
  },
  'own-work': {
    status: 403,
    zh: '{number} 涉及您自己评过、填报过、选定或复核过的内容，须由他人裁定（A.1.4）。',
    en: '{number} is about what you graded, declared, chose or confirmed yourself: another person must decide it (A.1.4).',
  },
  'own-proposal': {
    status: 403,
    zh: '这件更正是您提出的，须由另一名有权人员决定（两人制）。',
    en: 'You proposed this correction; another person must decide it.',
  },
  'correction-settled': {
    status: 409,
    zh: '更正 {number} 已经处理过，请刷新后查看。',
    en: 'Correction {number} has been settled already.',
  },
})
