import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongzhi-report-'))
async function report(file: string, ...more: string[]) {
  const out: string[] = []
  const io = { out: (line: string) => out.push(line), err: () => undefined }
  const code = await command.run(['overdue', '--file', file, '--json', ...more], io)
  return { code, answer: JSON.parse(out[0] ?? '{}') }
}

const own = join(folder, 'own.csv')
writeFileSync(
  own,
  `number,priority,opened,closed,hours
a,Pipe - Urgent,2015-03-02 08:00:00+00:00,2015-03-03 09:00:00+00:00,
b,Pipe - Urgent,2015-03-02 08:00:00+00:00,2015-03-02 09:00:00+00:00,
c,Pane - Routine,2015-03-02 08:00:00+00:00,,
d,Other,2015-03-02 08:00:00+00:00,,5
e,Other,2015-03-04 08:00:00+00:00,2015-03-03 08:00:00+00:00,
f,Other,2015-02-30 08:00:00+00:00,,
g,Other,2015-03-05 08:00:00+00:00,,
`,
)

test('open and overdue at a past instant, by hour limits; what cannot be is named and not counted', async () => {
  const { code, answer } = await report(
    own,
    '--at',
    '2015-03-03T08:30:00Z',
    '--limits',
    'Urgent=24,Routine=72',
  )
  expect(code).toBe(0)
  expect(answer).toMatchObject({ filed: 4, open: 3, overdue: 2, not_counted: 2 })
  expect(
    answer.cases.map((c: { number: string; overdue: boolean; overdue_hours: number }) => [
      c.number,
      c.overdue,
      c.overdue_hours,
    ]),
  ).toEqual([
    ['a', true, 0.5],
    ['b', false, 0],
    ['c', false, 0],
    ['d', true, 19.5],
  ])
  expect(answer.not_counted_rows).toEqual([
    { row: 6, column: 'closed', why: '办结早于反映' },
    { row: 7, column: 'opened', why: '“2015-02-30 08:00:00+00:00”不是时间' },
  ])
})

// Public-housing repairs of another city; they are not part of the repository.
const real = process.env.GONGZHI_HOUSING_CSV ?? ''
test.skipIf(!existsSync(real))(
  'real housing repairs (where GONGZHI_HOUSING_CSV names the file) agree with a plain count',
  async () => {
    const at = '2012-06-30T00:00:00.000Z'
    const { answer } = await report(
      real,
      '--at',
      at,
      '--limits',
      'Emergency=2,Urgent=24,Routine=72',
      '--columns',
      'number=unique_key,opened=created_date,closed=closed_date,priority=descriptor',
    )
    const lines = readFileSync(real, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    const iso = (text = '') => (text === '' ? '9999' : new Date(text.replace(' ', 'T')).toISOString())
    const sound = lines.filter(([, opened, closed]) => iso(closed) >= iso(opened))
    expect(answer.filed).toBe(sound.filter(([, opened]) => iso(opened) <= at).length)
    expect(answer.open).toBe(
      sound.filter(([, opened, closed]) => iso(opened) <= at && iso(closed) > at).length,
    )
  },
)
