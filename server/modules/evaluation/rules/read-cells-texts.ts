import type { CellRefusal } from './read-cells.ts'

/** What a person is told of a cell that cannot be read as a fact. */
export const cellRefusals: Record<CellRefusal, { reason: string; reasonEn: string }> = {
  empty: {
    reason: '请填写数值，或填写分子和分母；没有数据的事实不要列入。',
    reasonEn: 'Give a value, or numerator and denominator.',
  },
  number: { reason: '这不是数字。请只填写数字，如 12 或 87.5。', reasonEn: 'This is not a number.' },
  negative: { reason: '数字不能为负。', reasonEn: 'The number may not be negative.' },
  'zero-denominator': {
    reason: '分母为 0 时分子也应为 0。请核对。',
    reasonEn: 'With a denominator of 0 the numerator must be 0 too.',
  },
  'half-ratio': { reason: '分子和分母须同时填写。', reasonEn: 'Numerator and denominator go together.' },
  'yes-no': { reason: '请填写“是”或“否”。', reasonEn: 'Answer yes or no.' },
  level: {
    reason: '没有这个等级名称。请按“填写说明”中列出的名称填写。',
    reasonEn: 'There is no such level.',
  },
  grade: {
    reason: '请填写优、良、中、差，或 0 到 1 之间的比例。',
    reasonEn: 'Give 优, 良, 中, 差 or a share from 0 to 1.',
  },
  'share-range': {
    reason: '数值超出范围：比例应在 0 到 1 之间。',
    reasonEn: 'The share must lie between 0 and 1.',
  },
  'score-range': {
    reason: '满意度得分应在 0 到 100 之间。',
    reasonEn: 'A satisfaction score lies between 0 and 100.',
  },
}
