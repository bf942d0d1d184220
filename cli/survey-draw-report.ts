import type { SurveyDraw } from '../server/modules/surveys/index.ts'
import type { DrawnStratum, DrawPlan } from '../server/modules/surveys/rules/draw/draw-strata.ts'
import type { Frame } from '../server/modules/surveys/rules/draw/frame.ts'
import { Fraction } from '../server/values/fraction.ts'

/** The draw as JSON tells it: what it was made with, so that it can be repeated, and no word of what was not asked for. */
export function printableDraw(draw: SurveyDraw, { units }: Frame, plan: DrawPlan, number: string) {
  const { response, precision, starts } = plan
  const entries = (stratum: string, rows: Uint32Array, before: number) =>
    Array.from(rows, (row, i) => ({ unit: units[row], stratum, order: before + i + 1 }))
  return {
    algorithm: draw.algorithm,
    frame_hash: draw.frameHash,
    seed_hash: draw.seedHash,
    ...(number === '' ? {} : { number }),
    fraction: plan.fraction.toNumber(),
    ...(response.equals(Fraction.ONE) ? {} : { response: response.toNumber() }),
    ...(starts ? { start: [...starts.values()][0] } : {}),
    ...(precision ? { precision } : {}),
    strata: draw.strata.map(({ stratum, N, n, byFraction, byPrecision, reason }) => ({
      stratum,
      N,
      n,
      ...(precision ? { by_fraction: byFraction, by_precision: byPrecision, reason } : {}),
    })),
    drawn: draw.strata.flatMap(({ stratum, sample }) => entries(stratum, sample, 0)),
    ...(plan.reserves ? { reserves: draw.strata.flatMap((one) => reservesOf(one, entries)) } : {}),
  }
}

type Entries = (stratum: string, rows: Uint32Array, before: number) => { unit: string | undefined }[]

function reservesOf({ stratum, n, batches }: DrawnStratum, entries: Entries) {
  let before = n
  return batches.flatMap((rows, i) => {
    const found = entries(stratum, rows, before).map((entry) => ({ ...entry, batch: i + 1 }))
    before += rows.length
    return found
  })
}

const reasons: Record<DrawnStratum['reason'], string> = {
  fraction: '按比例',
  precision: '按精度',
  everybody: '全部',
}

/** The draw for people: what is published of it, and each stratum's size. Whom to ask is told only by --json. */
export function drawReport({ algorithm, frameHash, seedHash, strata }: SurveyDraw): string {
  const count = (of: (one: DrawnStratum) => number) => strata.reduce((all, one) => all + of(one), 0)
  return [
    `算法          ${algorithm}`,
    `抽样框哈希    ${frameHash}`,
    `种子哈希      ${seedHash}`,
    `共 ${strata.length} 层，业主 ${count(({ N }) => N)} 人，抽取 ${count(({ n }) => n)} 人`,
    ...strata.map(({ stratum, N, n, reason }) => `  ${stratum}  业主 ${N}  抽取 ${n}（${reasons[reason]}）`),
    '抽中的名单用 --json 输出。',
  ].join('\n')
}
