import type { Caveat, Estimate } from '../server/modules/surveys/rules/estimation/estimate.ts'
import type { FileEstimate } from './survey-estimate-file.ts'

/** An estimate as JSON tells it; `caveat` only where there is one. */
function printable({ estimate, se, ci, n, N, df, deff, caveat }: Estimate) {
  return { estimate, se, ci, n, N, df, deff, ...(caveat ? { caveat } : {}) }
}

export function printableEstimate({ overall, groups }: FileEstimate) {
  if (!groups) return printable(overall)
  return {
    ...printable(overall),
    groups: groups.map(({ key, estimate }) => ({ key, ...printable(estimate) })),
  }
}

const caveats: Record<Caveat['code'], string> = {
  'no-answer': '没有回答',
  'one-answer': '只有一份回答，无法说明误差',
  'lonely-stratum': '有的层只有一份回答，无法说明误差',
  'no-degrees-of-freedom': '每层只有一份回答，没有置信区间',
  'denominator-zero': '分母为 0',
  'all-alike': '回答全部相同，误差不可尽信',
}

/** The estimates for people, one line each. */
export function estimateReport({ overall, groups }: FileEstimate): string {
  const lines = [
    line('总体', overall),
    ...(groups ?? []).map(({ key, estimate }) => line(key || '（空）', estimate)),
  ]
  return [`${Math.round(overall.level * 1000) / 10}% 置信区间`, ...lines].join('\n')
}

function line(name: string, { estimate, se, ci, n, N, df, deff, caveat }: Estimate): string {
  const parts = [
    `${name}  估计 ${figure(estimate)}`,
    `标准误 ${figure(se)}`,
    `区间 ${ci ? `${figure(ci[0])} 至 ${figure(ci[1])}` : '–'}`,
    `答卷 ${n}`,
    `业主 ${N === null ? '未知' : Math.round(N)}`,
    `自由度 ${df}`,
    `设计效应 ${figure(deff)}`,
  ]
  const lonely = caveat?.code === 'lonely-stratum' ? `：${caveat.strata.join('、')}` : ''
  return `${parts.join('  ')}${caveat ? `  注意：${caveats[caveat.code]}${lonely}` : ''}`
}

const figure = (value: number | null) => (value === null ? '–' : String(Number(value.toPrecision(6))))
