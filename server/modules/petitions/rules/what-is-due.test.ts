import { describe, expect, test } from 'vitest'
import type { KeptEvent } from './events.ts'
import { foldEvents, follow } from './fold.ts'
import { answeredInTime } from './in-time.ts'
import {
  calendar,
  claimAfter,
  firm,
  given,
  heights,
  kindsOf,
  limits,
  office,
  otherFirm,
  reading,
  type Told,
  utc,
} from './testing/world.ts'
import { climbsAtOnce, nextDue, nextLook, whatIsDue } from './what-is-due.ts'

const look = (claim: ReturnType<typeof claimAfter>, at: string, over = heights) =>
  whatIsDue(claim, utc(at), reading, over)
const after = (claim: ReturnType<typeof claimAfter>, at: string, over = heights) =>
  look(claim, at, over).reduce((one, event) => follow(one, event, limits), claim)
const signed = (at: string): Told => ['signed', at, { inTime: true }, 'anna']
const monday = given('2026-11-23 09:00')

describe('6.4.2 c: 超时自动上传', () => {
  test('the last moment of the last day still belongs to the term, the next one no longer', () => {
    const claim = claimAfter(...monday)
    expect(nextDue(claim, calendar)).toMatchObject({ at: utc('2026-11-25 00:00'), clock: { name: 'sign' } })
    expect(kindsOf(look(claim, '2026-11-25 00:00'))).toEqual(['warned'])
    const late = whatIsDue(claim, '2026-11-24T16:00:00.001Z', reading, heights)
    expect(late).toMatchObject([
      { kind: 'overdue', data: { clock: 'sign', dueAt: utc('2026-11-25 00:00') } },
      {
        kind: 'climbed',
        data: { from: 'project', to: 'community', why: 'time', leader: office('community') },
      },
    ])
  })

  test('sleeping through every term climbs one level, whose own term begins when it was told', () => {
    const claim = after(claimAfter(...monday), '2026-12-20 12:00')
    expect([claim.level, claim.climbs, claim.isOverdue]).toEqual(['community', ['community'], false])
    expect(nextDue(claim, calendar).at).toBe(utc('2026-12-24 00:00'))
    expect(look(claim, '2026-12-20 12:00')).toEqual([])
  })

  test('level after level up to the city, and nothing above it', () => {
    let claim = claimAfter(...given('2026-02-24 09:00'))
    const reached: string[] = []
    for (let day = 1; day <= 30; day++) {
      claim = after(claim, `2026-04-${String(day).padStart(2, '0')} 12:00`)
      if (reached.at(-1) !== claim.level) reached.push(claim.level)
    }
    expect(reached).toEqual(['community', 'street', 'district', 'city'])
    expect([claim.isOverdue, nextLook(claim, reading)]).toEqual([true, null])
  })

  test('where the community’s step is switched off it climbs to the street', () =>
    expect(after(claimAfter(...monday), '2026-11-26 00:00', { ...heights, skipsCommunity: true }).level).toBe(
      'street',
    ))

  test('a claim that the community has in hand climbs to the street, never to the community itself', () => {
    const [filed, accepted] = monday as [Told, Told]
    const claim = claimAfter(filed, accepted, ['dispatched', '2026-11-23 09:00', { to: office('community') }])
    expect(after(claim, '2026-11-26 00:00').level).toBe('street')
  })

  test('a claim that nobody takes in climbs over the desk that let it lie', () =>
    expect(after(claimAfter(monday[0] as Told), '2026-11-26 00:00').level).toBe('street'))

  test('nobody signs and the answer’s term runs out first: it is that which is over', () => {
    const again: Told[] = [
      ['returned', '2026-11-27 10:00', { reason: '不归我管' }],
      ['dispatched', '2026-11-30 16:00', { to: otherFirm }],
    ]
    const claim = claimAfter(...monday, signed('2026-11-23 10:00'), ...again)
    expect(nextDue(claim, calendar)).toMatchObject({ at: utc('2026-12-01 00:00'), clock: { name: 'answer' } })
    expect(look(claim, '2026-12-01 00:01')[0]).toMatchObject({ kind: 'overdue', data: { clock: 'answer' } })
  })

  test('sent back with a term of its own, it climbs to the level above the one that sent it', () => {
    const climbed = after(after(claimAfter(...monday), '2026-11-26 00:00'), '2026-12-03 00:00')
    expect(climbed.level).toBe('street')
    const back = follow(
      climbed,
      {
        kind: 'sent-back',
        at: utc('2026-12-03 10:00'),
        by: 'street-clerk',
        data: { to: firm, workingDays: 2, note: '限期办理' },
      },
      limits,
    )
    expect([back.handler, back.level, back.state]).toEqual([firm, 'street', 'handling'])
    expect(nextDue(back, calendar).at).toBe(utc('2026-12-08 00:00'))
    expect(after(back, '2026-12-08 09:00').level).toBe('district')
  })

  test('answered, it climbs no more; a review that is late is told as late', () => {
    const claim = claimAfter(...monday, signed('2026-11-23 10:00'), [
      'answered',
      '2026-11-24 10:00',
      { outcome: 'solved', answer: '已修好', inTime: true },
      'anna',
    ])
    expect(look(claim, '2026-12-01 00:00')).toMatchObject([{ kind: 'overdue', data: { clock: 'review' } }])
  })

  test('reopened, a new round of handling begins at the handler’s level', () => {
    const closed: Told[] = [
      signed('2026-11-26 10:00'),
      ['answered', '2026-11-26 11:00', { outcome: 'solved', answer: '', inTime: true }, 'anna'],
      ['reviewed', '2026-11-26 12:00', { note: '' }, 'ben'],
      [
        'visited',
        '2026-11-26 13:00',
        {
          result: 'reached',
          rating: { responded: true, solved: true, satisfied: true },
          note: '',
          by: 'official',
        },
        'ben',
      ],
      ['closed', '2026-11-26 14:00', { outcome: 'solved' }, 'ben'],
      ['reopened', '2026-12-01 09:00', { reason: '' }],
    ]
    const climbed: Told = [
      'climbed',
      '2026-11-25 00:01',
      { from: 'project', to: 'community', why: 'time', leader: office('community') },
    ]
    const claim = claimAfter(...monday, climbed, ...closed)
    expect(claim).toMatchObject({
      level: 'project',
      climbs: [],
      leader: null,
      cycle: 2,
      outcome: null,
      hands: [],
    })
    expect(claim).toMatchObject({ visitResult: null, closedAt: null, answeredInTime: true })
    expect(after(claim, '2026-12-03 00:01')).toMatchObject({ level: 'community', climbs: ['community'] })
  })

  test('nothing climbs or is over on a provisional day; it may warn', () => {
    const claim = claimAfter(...given('2026-12-31 09:00'))
    expect(nextDue(claim, calendar)).toMatchObject({ at: null, provisional: '2027-01-04' })
    const warned = after(claim, '2027-06-01 09:00')
    expect([warned.warnings, warned.isOverdue, warned.climbs]).toEqual([2, false, []])
    expect([look(warned, '2028-01-01 00:00'), nextLook(warned, reading)]).toEqual([[], null])
  })
})

describe('6.4.2 c: 预警', () => {
  test('each share once, the last alone where both were slept through', () => {
    const claim = claimAfter(...monday, signed('2026-11-23 10:00'))
    expect(look(claim, '2026-11-27 00:00')).toEqual([])
    const first = look(claim, '2026-11-27 08:00')
    expect(first).toMatchObject([{ kind: 'warned', data: { clock: 'answer', fraction: '1/2', step: 1 } }])
    const once = after(claim, '2026-11-27 08:00')
    expect(look(once, '2026-11-27 23:00')).toEqual([])
    expect(look(once, '2026-11-28 08:00')).toMatchObject([{ data: { fraction: '4/5', step: 2 } }])
    expect(look(claim, '2026-11-28 08:00')).toMatchObject([{ data: { fraction: '4/5', step: 2 } }])
    expect(nextLook(after(once, '2026-11-28 08:00'), reading)).toBe(utc('2026-12-01 00:00'))
  })

  test('an extension begins them anew, counted over the whole term', () => {
    const claim = claimAfter(
      ...monday,
      signed('2026-11-23 10:00'),
      ['warned', '2026-11-28 08:00', { clock: 'answer', fraction: '4/5', step: 2 }],
      ['extension-asked', '2026-11-28 09:00', { days: 5, reason: '等配件' }],
      ['extension-granted', '2026-11-28 10:00', { days: 5 }],
    )
    expect([claim.warnings, claim.wasExtended, claim.pending]).toEqual([0, true, null])
    expect(nextLook(claim, reading)).toBe(utc('2026-12-01 00:00'))
    expect(nextDue(claim, calendar).at).toBe(utc('2026-12-08 00:00'))
  })
})

describe('6.4.2 c: 挂起 stops every clock', () => {
  const stopped: Told[] = [
    ...monday,
    signed('2026-11-23 10:00'),
    ['suspended', '2026-11-25 10:00', { days: 3, reason: '等业主大会表决' }],
  ]

  test('nothing is due while it is stopped; after the cap it goes on by itself', () => {
    const claim = claimAfter(...stopped)
    expect(nextLook(claim, reading)).toBe(utc('2026-12-01 00:00'))
    expect(look(claim, '2026-12-01 00:00')).toEqual([])
    expect(look(claim, '2026-12-01 00:05')).toMatchObject([{ kind: 'resumed', data: { by: 'cap' } }])
  })

  test('a server that slept past the cap gives nobody more days', () => {
    const [onTime, late] = ['2026-12-01 00:05', '2026-12-03 12:00'].map((at) =>
      after(claimAfter(...stopped), at),
    )
    expect(onTime && nextDue(onTime, calendar).at).toBe(utc('2026-12-05 00:00'))
    expect(late && nextDue(late, calendar).at).toBe(utc('2026-12-05 00:00'))
  })

  test('an extension while it is stopped counts, once it goes on', () => {
    const claim = claimAfter(
      ...stopped,
      ['extension-granted', '2026-11-26 10:00', { days: 1 }],
      ['resumed', '2026-11-26 11:00', { by: 'person' }],
    )
    expect(nextDue(claim, calendar).at).toBe(utc('2026-12-03 00:00'))
  })

  test.each([
    ['transferred', { to: otherFirm, reason: '' }],
    ['returned', { reason: '' }],
    ['answered', { outcome: 'solved', answer: '', inTime: true }],
  ] as const)('%s ends the stop for good: no clock stands still unseen', (kind, data) => {
    const claim = claimAfter(...stopped, [kind, '2026-11-26 09:00', data] as unknown as Told)
    expect(claim.suspension).toBeNull()
    expect(claim.answering?.pauses.map(({ to }) => to)).toEqual([utc('2026-11-26 09:00')])
    expect(nextDue(claim, calendar).at).not.toBeNull()
  })

  test('an answer while it is stopped is in time, if the stop began in time', () =>
    expect(answeredInTime(claimAfter(...stopped), utc('2026-11-27 09:00'), calendar)).toBe(true))
})

describe('6.4.2 c: 重办 and 流转 make a claim climb without a clock', () => {
  const sentAgain = (at: string): Told[] => [
    ['answered', at, { outcome: 'solved', answer: '', inTime: true }, 'anna'],
    ['sent-again', at, { by: 'review', reason: '未修好' }, 'ben'],
  ]
  const climbsOf = (told: readonly Told[]) => {
    const claim = claimAfter(...told)
    const [kind, at, data] = told.at(-1) as Told
    const last = { kind, at: utc(at), by: null, data } as KeptEvent
    return climbsAtOnce(claim, last, limits, heights).map((event) => event.kind === 'climbed' && event.data)
  }

  test('with the third time, and not with the fourth', () => {
    const told: Told[] = [...monday, signed('2026-11-23 10:00')]
    const climbs = [1, 2, 3, 4].map((n) => {
      told.push(...sentAgain(`2026-11-24 1${n}:00`))
      return climbsOf(told).length
    })
    expect(climbs).toEqual([0, 0, 1, 0])
    expect(climbsOf(told.slice(0, -2))).toMatchObject([{ to: 'community', why: 'redone' }])
  })

  test('whoever signs and passes it on has not led: the third time climbs', () => {
    const told: Told[] = [...monday]
    const passOn = (n: number): Told[] => [
      signed(`2026-11-24 0${n}:00`),
      ['transferred', `2026-11-24 0${n}:30`, { to: n % 2 ? otherFirm : firm, reason: '' }],
    ]
    told.push(...passOn(1), ...passOn(2))
    expect(climbsOf(told)).toEqual([])
    told.push(...passOn(3))
    expect(climbsOf(told)).toMatchObject([{ to: 'community', why: 'passed-on' }])
  })

  test('who takes it in hand begins the count anew', () => {
    const claim = claimAfter(
      ...monday,
      ['transferred', '2026-11-23 10:00', { to: otherFirm, reason: '' }],
      signed('2026-11-23 11:00'),
      ['handling', '2026-11-23 12:00', { plan: '维修' }, 'anna'],
    )
    expect(claim.passedOn).toBe(0)
  })

  test('redone while it has climbed, it is measured anew and goes on above the level reached', () => {
    const climbed: Told = [
      'climbed',
      '2026-11-25 00:01',
      { from: 'project', to: 'community', why: 'time', leader: office('community') },
    ]
    const claim = claimAfter(...monday, climbed, signed('2026-11-25 09:00'), ...sentAgain('2026-11-25 10:00'))
    expect(nextDue(claim, calendar)).toMatchObject({ at: utc('2026-12-03 00:00'), clock: { name: 'answer' } })
    expect(after(claim, '2026-12-03 01:00').climbs).toEqual(['community', 'street'])
  })
})

test('an empty history is a draft that nothing is due for', () =>
  expect(whatIsDue(foldEvents([], limits), utc('2026-11-23 09:00'), reading, heights)).toEqual([]))
