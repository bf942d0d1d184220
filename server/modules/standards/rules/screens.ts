import type { Rulebook } from '../../../rulebook/load.ts'
import { arrivalOf } from './arrival.ts'

/** Where the records of a computed fact are kept, by the module that computes it. */
const recordScreens: Record<string, string> = {
  organisations: '机构',
  'party-organisations': '机构 · 党组织',
  evaluation: '评价 · 得分',
}

/** The workbench screen on which a fact is recorded or seen today. */
export function screenOf(fact: Rulebook['facts'][string]): string {
  const arrival = arrivalOf(fact)
  if (arrival === 'missing') return '—'
  return arrival === 'computed' ? (recordScreens[fact.module] ?? fact.module) : '评价 · 申报事实'
}
