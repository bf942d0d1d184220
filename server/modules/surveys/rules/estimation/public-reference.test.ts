import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import type { Question } from './estimate-sample.ts'
import type { ShareMethod } from './proportion-interval.ts'
import { figures, sound } from './testing/ask.ts'
import { LargestErrors, relativeError, Table } from './testing/table.ts'

// California's schools of R's survey package are under the GPL: they lie beside the project, never in it.
const folder = fileURLToPath(new URL('../../../../../../shared/data/survey-reference/', import.meta.url))
const isThere = existsSync(`${folder}reference.csv`)
if (!isThere)
  process.stderr.write('shared/data/survey-reference is not there: only our own reference is compared\n')

const reference = isThere ? Table.read(`${folder}reference.csv`) : new Table([])
const largest = new LargestErrors('shared/data/survey-reference')
afterAll(() => largest.print())

function designOf(name: string) {
  const isStratified = name.startsWith('strat')
  const table = Table.read(`${folder}${isStratified ? 'apistrat' : 'apisrs'}.csv`)
  const sample = sound({
    count: table.rows.length,
    stratum: isStratified ? table.texts('stype') : undefined,
    population: name.endsWith('_fpc') ? table.numbers('fpc') : undefined,
    weight: name === 'srs_fpc' ? undefined : table.numbers('pw'),
  })
  return { table, sample }
}

function questionOf(stat: string, table: Table): Question {
  const yes = Float64Array.from(table.texts('sch.wide'), (text) => (text === 'Yes' ? 1 : 0))
  const [, kind = '', inside = ''] = /^(\w+)\(([^)]*)\)/.exec(stat) ?? []
  if (kind === 'svyciprop') return { statistic: 'proportion', value: yes, method: inside as ShareMethod }
  if (kind === 'prop') return { statistic: 'proportion', value: yes, method: 'mean' }
  const [above = '', below = ''] = inside.split('/')
  const value = table.numbers(above)
  if (kind === 'ratio') return { statistic: 'ratio', value, denominator: table.numbers(below) }
  const [, school] = /stype=(\w)$/.exec(stat) ?? []
  const domain = school === undefined ? undefined : table.places('stype', school)
  return { statistic: kind as 'mean' | 'total', value, domain }
}

const names: Record<string, string> = {
  estimate: 'estimate',
  se: 'se',
  ci95_low: 'low',
  ci95_high: 'high',
  df: 'df',
  deff: 'deff',
}

test.skipIf(!isThere)('the public reference has all its 60 rows', () => {
  expect(reference.rows).toHaveLength(60)
})

test.skipIf(!isThere).each(reference.rows.map((row) => ({ ...row, title: `${row.case} ${row.stat}` })))(
  '$title is what R’s survey package says',
  (row: Record<string, string>) => {
    const { table, sample } = designOf(row.case ?? '')
    const found = figures(sample, questionOf(row.stat ?? '', table))
    for (const [theirs, ours] of Object.entries(names)) {
      if (row[theirs] === 'NA') continue
      const isSpline = (row.stat ?? '').includes('likelihood') && theirs.startsWith('ci95')
      const error = relativeError(found[ours], Number(row[theirs]))
      largest.note(
        isSpline ? 'interval by likelihood' : theirs.startsWith('ci95') ? 'interval' : theirs,
        error,
      )
      expect(error, `${theirs}: ${found[ours]}`).toBeLessThan(isSpline ? 1e-4 : 1e-6)
    }
  },
)
