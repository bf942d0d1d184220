import { describe, expect, test } from 'vitest'
import { loadRulebook } from '../load.ts'
import { faultsOf, lineOf, type Planted } from '../testing/planted.ts'

const yearly = 'questionnaires/owners-yearly-2021.yaml'
const halfYear = 'questionnaires/firms-half-year-2021.yaml'

test('A.1 to A.4: each surveyed fact is fed by exactly one item for each kind of its subjects', () => {
  const { facts, questionnaires, rows } = loadRulebook()
  const items = questionnaires['owners-yearly-2021']?.items ?? []
  const surveyed = Object.values(rows['DB1502-draft-2021'] ?? {})
    .flat()
    .filter(({ mechanism }) => mechanism === 'survey')
  expect(surveyed).toHaveLength(18)
  for (const { fact = '', levels } of surveyed)
    for (const level of levels) {
      const feeding = items.filter(({ feeds }) =>
        feeds.some((feed) => feed.fact === fact && (feed.subjects ?? facts[fact]?.subjects)?.includes(level)),
      )
      expect([fact, level, feeding.length]).toEqual([fact, level, 1])
    }
})

test('6.8.1 e: city and district, street and community, compound, committee and firm are all judged', () => {
  const about = loadRulebook().questionnaires['owners-yearly-2021']?.items.map((item) => item.about)
  expect(new Set(about)).toEqual(
    new Set(['city', 'district', 'street', 'community', 'compound', 'committee', 'enterprise']),
  )
})

test('3-29 and 4-23: renovation is asked of owners of renovated compounds alone', () => {
  const items = loadRulebook().questionnaires['owners-yearly-2021']?.items ?? []
  expect(items.filter(({ asked }) => asked === 'renovated').map(({ id }) => id)).toEqual(['renovation'])
})

describe('a planted fault is named with file and line', () => {
  const planted: [string, Planted, string][] = [
    [
      'a fact that nobody asks for',
      { file: yearly, find: '    feeds: [{ fact: compound-sense-of-happiness }]\n', put: '' },
      'fact-not-fed',
    ],
    [
      'a fact fed twice',
      { file: yearly, find: 'fact: compound-sense-of-happiness', put: 'fact: compound-sense-of-belonging' },
      'fact-fed-twice',
    ],
    [
      'an unknown fact',
      { file: yearly, find: 'fact: enterprise-satisfaction-order', put: 'fact: none' },
      'no-fact',
    ],
    [
      'a fact that comes by records',
      { file: yearly, find: 'fact: enterprise-satisfaction-order', put: 'fact: petition-satisfaction' },
      'fact-not-surveyed',
    ],
    ['a scale that rises', { file: yearly, find: "value: '75'", put: "value: '100'" }, 'scale-falling'],
    ["owners' weight below 60 % (6.8.1 c)", { file: halfYear, find: "'3/5'", put: "'59/100'" }, 'weight-low'],
    ['an unknown field', { file: yearly, find: 'asked: renovated', put: 'ask: renovated' }, 'field-unknown'],
  ]
  test.each(planted)('%s', (_, plant, code) => {
    const found = faultsOf(plant).filter((one) => one.code === code)
    expect(found[0]).toMatchObject({ file: `rulebook/${plant.file}`, code })
    if (code !== 'fact-not-fed')
      expect(Math.abs((found[0]?.line ?? 0) - lineOf(plant.file, plant.find))).toBeLessThanOrEqual(1)
  })
})
