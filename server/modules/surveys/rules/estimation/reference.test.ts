import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Question } from './estimate-sample.ts'
import { adjustForNonresponse } from './nonresponse.ts'
import { postStratify } from './post-stratify.ts'
import type { ShareMethod } from './proportion-interval.ts'
import type { Sample } from './sample.ts'
import { figures, sound } from './testing/ask.ts'
import { LargestErrors, relativeError, Table } from './testing/table.ts'

const folder = fileURLToPath(new URL('./reference/', import.meta.url))
const answers = Table.read(`${folder}answers.csv`)
const reference = Table.read(`${folder}reference.csv`)

interface Design {
  sample: Sample
  table: Table
}
const strataOf = (table: Table) => ({
  count: table.rows.length,
  stratum: table.texts('compound'),
  population: table.numbers('heads'),
})
const weight = answers.numbers('weight')
const weighted = sound({ ...strataOf(answers), weight })
const ages = ['60以下', '60以上']
const answered = answers.texts('answered').map((text) => text === '1')
const drawn = sound(strataOf(answers))
const heard = adjustForNonresponse(drawn, answered)
const oneOfD = answers.filter(({ compound, unit }) => compound !== '演示丁' || unit === 'D109')
const designs: Record<string, Design> = {
  plain: { sample: sound({ count: answers.rows.length, weight }), table: answers },
  strata: { sample: drawn, table: answers },
  nofpc: {
    sample: sound({ count: answers.rows.length, stratum: answers.texts('compound'), weight }),
    table: answers,
  },
  weighted: { sample: weighted, table: answers },
  post: {
    sample: postStratify(
      weighted,
      Int32Array.from(answers.texts('age'), (age) => ages.indexOf(age)),
      [1100, 541],
    ).sample,
    table: answers,
  },
  responded: { sample: heard.sample, table: answers.filter((row) => row.answered === '1') },
  lonely: { sample: sound(strataOf(oneOfD)), table: oneOfD },
}

function questionOf(row: Record<string, string>, table: Table): Question {
  const [above = '', below = ''] = (row.column ?? '').split('/')
  const [key = '', text = ''] = (row.domain ?? '').split('=')
  const common = {
    value: table.numbers(above),
    domain: row.domain === 'all' ? undefined : table.places(key, text),
    method: row.method as ShareMethod,
    lonely: row.design === 'lonely' ? ('adjust' as const) : undefined,
  }
  return row.statistic === 'ratio'
    ? { ...common, statistic: 'ratio', denominator: table.numbers(below) }
    : { ...common, statistic: row.statistic as 'mean' | 'total' | 'proportion' }
}

const names = ['estimate', 'se', 'low', 'high', 'df', 'deff', 'n']
const isEnd = (name: string) => name === 'low' || name === 'high'
const largest = new LargestErrors('our own answers')
afterAll(() => largest.print())

describe.each(Object.keys(designs))('own answers, design “%s”: as R’s survey package', (design) => {
  const { sample, table } = designs[design] as Design
  const cases = reference.rows.filter((row) => row.design === design)
  test.each(
    cases.map((row) => ({ ...row, name: `${row.statistic} ${row.column} ${row.domain} ${row.method}` })),
  )('$name', (row: Record<string, string>) => {
    const found = figures(sample, questionOf(row, table))
    const wrong = names
      .filter((name) => row[name] !== '')
      .map((name) => ({
        name,
        error: largest.note(
          isEnd(name) ? `interval by ${row.method}` : name,
          relativeError(found[name], Number(row[name])),
        ),
      }))
      .filter(({ name, error }) => !(error <= (isEnd(name) ? 1e-6 : 1e-9)))
    expect(wrong).toEqual([])
  })
})
