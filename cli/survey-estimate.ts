import type { Statistic } from '../server/modules/surveys/rules/estimation/estimate.ts'
import { statistics } from '../server/modules/surveys/rules/estimation/estimate.ts'
import { shareMethods } from '../server/modules/surveys/rules/estimation/proportion-interval.ts'
import type { Command, Io } from './command.ts'
import { readOptions } from './options.ts'
import { type AskedEstimate, estimateFile } from './survey-estimate-file.ts'
import { estimateReport, printableEstimate } from './survey-estimate-report.ts'
import { given, levelOption, numberOption } from './survey-options.ts'
import { SurveyFault } from './survey-rows.ts'

const usage = `gongzhi survey estimate --file answers.csv --value COL [选项] [--json]
  --file FILE         答卷（CSV，第一行为表头，每份答卷一行）
  --value COL         要推断的列，填数字；空格表示没有回答这一项
  --equals TEXT       把 --value 列里等于 TEXT 的算 1，其余算 0，用于比例
  --stratum COL       层（小区）；不写则视为一层
  --population COL    所在层的业主人数，用于有限总体修正；同一层各行必须相同
  --weight COL        设计权数，大于 0；不写则为 层的业主人数 ÷ 层的答卷数
  --by COL            另按这一列分组推断（如街道、企业、房屋类型）
  --statistic S       mean 均值（默认）、total 总量、proportion 比例、ratio 比率
  --denominator COL   比率的分母列
  --method M          区间的做法：${shareMethods.join('、')}；比例默认 logit，其余为 t 区间（mean）
  --within LOW,HIGH   均值的量程（如 0,100），与 --method 合用，使区间不出量程
  --level L           置信水平，默认 0.95
  --lonely adjust     只有一份答卷的层按与总均值之差计（偏大）；不写则不给标准误并说明
  --nonresponse       空格表示抽中而未回答：层内用回答者的权数补足
  --post COL          事后分层的列，配合 --post-heads COL（该格业主人数）
  --json              输出 {estimate, se, ci:[low, high], n, N, df, deff, groups:[{key, …}]}`

const text = { type: 'string' } as const
const options = {
  file: text,
  value: text,
  equals: text,
  stratum: text,
  population: text,
  weight: text,
  by: text,
  statistic: { type: 'string', default: 'mean' },
  denominator: text,
  method: text,
  within: text,
  level: { type: 'string', default: '0.95' },
  lonely: text,
  nonresponse: { type: 'boolean', default: false },
  post: text,
  'post-heads': text,
  json: { type: 'boolean', default: false },
} as const
type Values = NonNullable<ReturnType<typeof readOptions<typeof options>>>['values']

export const command: Command = {
  summary: '按抽样设计推断总体 (estimate a population from a stratified sample)',
  usage,
  async run(argv, io: Io) {
    const read = readOptions(argv, options, usage, io)
    if (!read) return 2
    try {
      const { values } = read
      const found = await estimateFile(given('file', values.file), askedOf(values))
      io.out(values.json ? JSON.stringify(printableEstimate(found)) : estimateReport(found))
      return 0
    } catch (fault) {
      if (!(fault instanceof SurveyFault)) throw fault
      io.err(fault.message)
      return 1
    }
  },
}

function askedOf(values: Values): AskedEstimate {
  const statistic = oneOf('statistic', values.statistic, statistics)
  const heads = values['post-heads']
  return {
    value: given('value', values.value),
    equals: values.equals,
    stratum: values.stratum,
    population: values.population,
    weight: values.weight,
    by: values.by,
    statistic: statistic === 'ratio' ? 'total' : statistic,
    denominator: statistic === 'ratio' ? given('denominator', values.denominator) : undefined,
    post: values.post === undefined ? undefined : { cell: values.post, heads: given('post-heads', heads) },
    nonresponse: values.nonresponse,
    terms: {
      level: levelOption(values.level),
      method: methodOf(values, statistic),
      within: values.within === undefined ? undefined : scaleOf(values.within),
      lonely: values.lonely === undefined ? 'say' : oneOf('lonely', values.lonely, ['say', 'adjust']),
    },
  }
}

function methodOf({ method, within }: Values, statistic: Statistic) {
  if (method === undefined) return undefined
  const found = oneOf('method', method, shareMethods)
  if (found !== 'mean' && statistic !== 'proportion' && !(statistic === 'mean' && within !== undefined))
    throw new SurveyFault(
      `--method ${found} 用于比例（--statistic proportion），或写明量程的均值（--within 0,100）。`,
    )
  return found
}

function scaleOf(written: string): [number, number] {
  const [low, high, ...more] = written
    .split(/[,，]/)
    .map((end) => numberOption('within', end.trim(), Number.isFinite, '应为量程的两端（例如 0,100）'))
  if (low === undefined || high === undefined || more.length > 0 || low >= high)
    throw new SurveyFault(`--within 应为量程的两端（例如 0,100），写的是“${written}”。`)
  return [low, high]
}

function oneOf<const T extends string>(name: string, written: string, words: readonly T[]): T {
  const found = words.find((word) => word === written)
  if (!found) throw new SurveyFault(`--${name} 可选：${words.join('、')}，写的是“${written}”。`)
  return found
}
