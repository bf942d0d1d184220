import { describe, expect, test } from 'vitest'
import { stages } from '../../../../contracts/evaluation/words.ts'
import { cannotEnd, mayClose, type RoundEvent, standingOf, transitions, wayOnFrom } from './stages.ts'

describe('A.1.4 客观公正、公开透明: a round goes through its stages in one order', () => {
  test('out of every stage but the last there is exactly one way on, to the stage after it', () => {
    expect(transitions.map(({ from, to }) => [from, to])).toEqual(
      stages.slice(0, -1).map((stage, i) => [stage, stages[i + 1]]),
    )
    expect(wayOnFrom('archived')).toBeUndefined()
    expect(wayOnFrom('closed')).toBeUndefined()
  })

  test('every stage in which somebody works, objects or appeals has a term of its own', () => {
    const withTerm = transitions.flatMap(({ to, term }) => (term === null ? [] : [to]))
    expect(withTerm).toEqual(['facts', 'self-report', 'grading', 'moderation', 'publicity', 'appeals'])
  })

  test('a round ends without a result only before the public has seen one', () => {
    expect([...stages, 'closed' as const].filter(mayClose)).toEqual([
      'open',
      'facts',
      'self-report',
      'grading',
      'moderation',
    ])
  })
})

const ending = {
  waits: 'never' as const,
  unfinished: 0,
  decision: null,
  dueOn: '2026-12-04',
  provisional: null,
  today: '2026-11-23',
}

describe('ending a stage', () => {
  test.each([
    ['nothing is left to do: it may end early', {}, null],
    ['work is unfinished and nobody has decided', { unfinished: 3 }, 'work-unfinished'],
    ['work is unfinished, and a recorded decision says why', { unfinished: 3, decision: '疫情停评' }, null],
    ['the public’s term runs', { waits: 'always' as const }, 'term-running'],
    [
      'the public’s term runs, whatever is decided',
      { waits: 'always' as const, decision: '赶时间' },
      'term-running',
    ],
    [
      'its last day belongs to the term (民法典 203)',
      { waits: 'always' as const, today: '2026-12-04' },
      'term-running',
    ],
    ['the day after', { waits: 'always' as const, today: '2026-12-05' }, null],
    ['all have reported before the term is over', { waits: 'while unfinished' as const }, null],
    [
      'somebody may still report',
      { waits: 'while unfinished' as const, unfinished: 1, decision: '不等了' },
      'term-running',
    ],
    [
      'the term is over, somebody has not reported, a decision says why',
      { waits: 'while unfinished' as const, unfinished: 1, decision: '逾期未报', today: '2026-12-05' },
      null,
    ],
  ])('%s', (_, change, code) => {
    expect(cannotEnd({ ...ending, ...change })?.code ?? null).toBe(code)
  })

  test('暂定: a provisional date ends nothing, though the work is done and a decision is there', () => {
    const provisional = { dueOn: null, provisional: '2027-01-08', today: '2027-02-01', decision: '期满' }
    expect(cannotEnd({ ...ending, ...provisional })).toEqual({ code: 'term-provisional', day: '2027-01-08' })
  })
})

test('events are the truth: where a round stands follows from them alone', () => {
  const entered = {
    stage: 'facts' as const,
    workingDays: 10,
    dueOn: null,
    provisional: '2027-01-08',
    unfinished: 0,
    decision: null,
  }
  const events: RoundEvent[] = [
    { kind: 'opened' as const, at: '2026-11-01T01:00:00.000Z', data: {} },
    { kind: 'entered' as const, at: '2026-12-25T01:00:00.000Z', data: entered },
    {
      kind: 'term-moved' as const,
      at: '2026-12-28T01:00:00.000Z',
      data: { dueOn: '2027-01-11', provisional: null },
    },
  ]
  expect(standingOf(events)).toEqual({
    state: 'facts',
    beganAt: '2026-12-25T01:00:00.000Z',
    workingDays: 10,
    dueOn: '2027-01-11',
    provisional: null,
  })
  const closed: RoundEvent = {
    kind: 'closed' as const,
    at: '2026-12-30T01:00:00.000Z',
    data: { decision: '重开一轮' },
  }
  expect(standingOf([...events, closed]).state).toBe('closed')
})
