import {
  exportPairs,
  exportReviews,
  type GradePair,
  type ReviewRow,
} from '../../../contracts/moderation/staff.ts'
import { flagNames, handNames, reviewStateNames } from '../../../contracts/moderation/words.ts'
import type { Route } from '../../access/route.ts'
import type { Editions } from '../../rulebook/load.ts'
import { exportRoute } from '../export-route.ts'
import { pairs } from './queries/pairs.ts'
import { reviews } from './queries/reviews.ts'

const kinds = { compound: '项目', enterprise: '企业', street: '街道', community: '社区', district: '旗县区' }

export const reviewExport = (demo: boolean): Route =>
  exportRoute<typeof exportReviews, ReviewRow>(exportReviews, {
    title: '复核事项',
    demo,
    page: reviews,
    columns: [
      { header: '对象', value: (row) => row.name, width: 28 },
      { header: '类型', value: (row) => kinds[row.kind] },
      { header: '编码', value: (row) => row.code, width: 18 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '得分', value: (row) => (row.total === null ? null : Number(row.total).toFixed(2)) },
      { header: '状态', value: (row) => reviewStateNames[row.state].zh },
      { header: '未说明疑点', value: (row) => String(row.openFlags) },
      {
        header: '疑点',
        value: (row) => row.flagKinds.map((kind) => flagNames[kind].zh).join('、'),
        width: 36,
      },
      { header: '待答复提问', value: (row) => String(row.openQuestions) },
      { header: '复核人', value: (row) => (row.state === 'open' ? null : row.confirmedBy) },
      { header: '复核时间', kind: 'instant', value: (row) => row.confirmedAt, width: 18 },
      { header: '本人经手', value: (row) => (row.ownHand ? handNames[row.ownHand].zh : null) },
    ],
  })

const said = ({ numerator, denominator, value, named, notApplicable }: GradePair['firstSaid']) => {
  if (notApplicable !== null) return `不适用：${notApplicable}`
  return named ?? (numerator !== null ? `${numerator}/${denominator ?? ''}` : value)
}

export const pairExport = (demo: boolean, editions: Editions): Route =>
  exportRoute<typeof exportPairs, GradePair>(exportPairs, {
    title: '双人评分对照',
    demo,
    page: (ctx, query) => pairs(ctx, editions, query),
    columns: [
      { header: '对象', value: (row) => row.name, width: 28 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '指标', value: (row) => row.row },
      { header: '指标名称', value: (row) => row.indicator, width: 40 },
      { header: '第一评分人', value: (row) => row.first },
      { header: '第一评分', value: (row) => said(row.firstSaid) },
      { header: '第二评分人', value: (row) => row.second },
      { header: '第二评分', value: (row) => said(row.secondSaid) },
      { header: '第一得分', value: (row) => row.firstPoints },
      { header: '第二得分', value: (row) => row.secondPoints },
      { header: '相差', value: (row) => row.difference },
    ],
  })
