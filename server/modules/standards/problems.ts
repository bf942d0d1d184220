import { defineProblems } from '../../platform/problems/refusal.ts'

export const refuse = defineProblems('standards', {
  'edition-unknown': {
    status: 404,
    zh: '规则库里没有编号为“{id}”的版本。',
    en: 'The rule-book has no edition {id}.',
  },
  'table-unknown': { status: 404, zh: '这一版本没有“{id}”表。', en: 'This edition has no table {id}.' },
  'row-unknown': { status: 404, zh: '这一版本没有编号为 {id} 的指标。', en: 'This edition has no row {id}.' },
  'clause-unknown': { status: 404, zh: '标准没有第 {id} 条。', en: 'The standard has no clause {id}.' },
})
