import { drawSurvey, type SurveyDraw } from '../server/modules/surveys/index.ts'
import type { DrawPlan } from '../server/modules/surveys/rules/draw/draw-strata.ts'
import type { Frame, FrameFault } from '../server/modules/surveys/rules/draw/frame.ts'
import { isPoint } from '../server/modules/surveys/rules/draw/permanent-numbers.ts'
import { Fraction } from '../server/values/fraction.ts'
import type { Command } from './command.ts'
import { readOptions } from './options.ts'
import { readColumns, type SurveyColumns } from './survey-columns.ts'
import { drawReport, printableDraw } from './survey-draw-report.ts'
import { given, levelOption, numberOption, shareOption } from './survey-options.ts'
import { faultAt, SurveyFault } from './survey-rows.ts'

const usage = `gongzhi survey draw --frame FILE --seed S --fraction 0.3 [--json]
  --frame FILE      抽样框（CSV）：unit（或 id、编号）列为业主编号，每名业主一行；stratum（或 小区）列为层
  --unit COL        业主编号列用别的列名时写明；--stratum COL 同样
  --seed S          种子，一行文字；抽样前公布它的 SHA-256
  --fraction F      抽取业主人数的比例，默认 0.3（A.2.3：不少于 30%）；每层向上取整
  --response R      预计回答的比例，默认 1；抽取人数 = ⌈比例 × 业主人数 ÷ 预计回答比例⌉
  --precision E     每层均值置信区间希望的半宽（分）；需要更多人时按它抽
  --spread D        答案的标准差，默认 50（百分制下最不利的情形）；与 --precision 合用
  --level L         --precision 的置信水平，默认 0.95
  --number N        掺入的公开号码（例如“03 08 15 22 27 31 + 12”），抽样前无人能知
  --start P         从随机数环上的哪一点起抽：0 至 1 的数，或 64 位十六进制；用于轮换，默认 0
  --reserves B      备选批数，默认 0；每批人数 = ⌈样本 × --batch⌉
  --batch F         每批备选占样本的比例，默认 0.1
  --json            输出 {algorithm, frame_hash, seed_hash, fraction, strata, drawn, reserves}`

const options = {
  frame: { type: 'string' },
  unit: { type: 'string' },
  stratum: { type: 'string' },
  seed: { type: 'string' },
  fraction: { type: 'string', default: '0.3' },
  response: { type: 'string', default: '1' },
  precision: { type: 'string' },
  spread: { type: 'string', default: '50' },
  level: { type: 'string', default: '0.95' },
  number: { type: 'string', default: '' },
  start: { type: 'string' },
  reserves: { type: 'string', default: '0' },
  batch: { type: 'string', default: '0.1' },
  json: { type: 'boolean', default: false },
} as const

export const command: Command = {
  summary: '从抽样框抽取样本 (draw a sample from a frame)',
  usage,
  async run(argv, io) {
    const read = readOptions(argv, options, usage, io)
    if (!read) return 2
    try {
      const { values } = read
      const seed = given('seed', values.seed)
      const number = values.number.trim().replaceAll(/\s+/g, ' ')
      if (/[\r\n]/.test(seed)) throw new SurveyFault('--seed 应为一行文字。')
      const columns = await readColumns(given('frame', values.frame), [
        { key: 'unit', names: values.unit === undefined ? ['unit', 'id', '编号'] : [values.unit] },
        { key: 'stratum', names: values.stratum === undefined ? ['stratum', '小区'] : [values.stratum] },
      ])
      const frame = frameOf(columns)
      const plan = { ...planOf(values), starts: startsOf(values.start, frame) }
      const draw = drawSurvey({ frame, seed, number, ...plan })
      if ('code' in draw) throw frameFault(draw, columns)
      io.out(report(draw, frame, plan, number, values.json))
      return 0
    } catch (fault) {
      if (!(fault instanceof SurveyFault)) throw fault
      io.err(fault.message)
      return 1
    }
  },
}

type Values = NonNullable<ReturnType<typeof readOptions<typeof options>>>['values']

function planOf({ fraction, response, precision, spread, level, reserves, batch }: Values): DrawPlan {
  const batches = numberOption('reserves', reserves, (n) => Number.isInteger(n) && n >= 0, '应为 0 或正整数')
  return {
    fraction: shareOption('fraction', fraction),
    response: shareOption('response', response),
    precision:
      precision === undefined
        ? undefined
        : {
            margin: numberOption('precision', precision, (e) => e > 0, '应大于 0'),
            spread: numberOption('spread', spread, (d) => d > 0, '应大于 0'),
            level: levelOption(level),
          },
    reserves: batches > 0 ? { batches, share: shareOption('batch', batch) } : undefined,
  }
}

const frameOf = ({ texts }: SurveyColumns): Frame => ({
  units: texts.get('unit') ?? [],
  strata: texts.get('stratum') ?? [],
})

/** One point for all strata. */
function startsOf(text: string | undefined, { strata }: Frame): Map<string, string> | undefined {
  if (text === undefined) return undefined
  const share = Fraction.find(text)
  const point = isPoint(text)
    ? text
    : share && !share.isNegative() && share.n < share.d
      ? ((share.n << 256n) / share.d).toString(16).padStart(64, '0')
      : undefined
  if (point === undefined)
    throw new SurveyFault(`--start 应在 0（含）与 1（不含）之间，或为 64 位十六进制小写，写的是“${text}”。`)
  return new Map([...new Set(strata)].map((stratum) => [stratum, point]))
}

function frameFault(fault: FrameFault, { lines }: SurveyColumns): SurveyFault {
  const line = (row: number) => lines[row] ?? 0
  switch (fault.code) {
    case 'empty':
      return new SurveyFault('抽样框是空的。')
    case 'unit-missing':
      return faultAt(line(fault.row), 'unit', '没有业主编号。')
    case 'stratum-missing':
      return faultAt(line(fault.row), 'stratum', '没有写属于哪一层（小区）。')
    case 'control-character':
      return faultAt(line(fault.row), null, '编号或层名里有换行、制表符等看不见的字符。')
    case 'duplicate':
      return faultAt(
        line(fault.row),
        'unit',
        `“${fault.unit}”重复，已见于第 ${line(fault.first)} 行；每名业主只能有一行。`,
      )
  }
}

function report(draw: SurveyDraw, frame: Frame, plan: DrawPlan, number: string, json: boolean): string {
  return json ? JSON.stringify(printableDraw(draw, frame, plan, number)) : drawReport(draw)
}
