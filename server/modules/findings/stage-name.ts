import type { RoundState } from '../../../contracts/evaluation/words.ts'

const names: Record<RoundState, { zh: string; en: string }> = {
  open: { zh: '开启', en: 'opening' },
  facts: { zh: '数据归集', en: 'gathering of facts' },
  'self-report': { zh: '自评申报', en: 'self-report' },
  grading: { zh: '考核评分', en: 'grading' },
  moderation: { zh: '复核', en: 'moderation' },
  publicity: { zh: '公示', en: 'publicity' },
  appeals: { zh: '申诉处理', en: 'appeals' },
  final: { zh: '结果确定', en: 'final result' },
  archived: { zh: '归档', en: 'archive' },
  closed: { zh: '已结束', en: 'closed' },
}
export const stageName = (state: RoundState) => names[state]
