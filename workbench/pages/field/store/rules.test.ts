import { describe, expect, test } from 'vitest'
import type { KeptGrade } from '../../../../contracts/grading/staff.ts'
import type { Entry, Row } from './entry.ts'
import {
  begun,
  changed,
  departs,
  enteredOf,
  insisted,
  isReady,
  lackOf,
  nothing,
  settled,
  toSend,
} from './rules.ts'

const now = '2026-11-23T09:00:00+08:00'
const said = { numerator: null, denominator: null, value: null, named: null, notApplicable: null }
const row = (part: Partial<Row> = {}): Row => ({
  id: '1-01',
  level1: '一级',
  level1En: '',
  level2: '二级',
  level2En: '',
  indicator: '环境卫生',
  indicatorEn: '',
  points: '4',
  mechanism: 'grade',
  fact: 'cleanliness',
  factTitle: '卫生',
  factTitleEn: '',
  shape: 'grade',
  levels: [],
  rubric: [
    { level: '优', share: '1', signs: '', signsEn: '' },
    { level: '良', share: '3/4', signs: '', signsEn: '' },
  ],
  evidenceAsked: [],
  clause: null,
  proposals: [],
  grade: null,
  question: null,
  ...part,
})
const kept = (part: Partial<KeptGrade> = {}): KeptGrade => ({
  id: 'g',
  taskId: 't',
  row: '1-01',
  version: 1,
  said: { ...said, named: '优', value: '1' },
  comment: '',
  overrideReason: null,
  computedSaid: null,
  evidence: [],
  by: '考核组-02',
  mine: false,
  at: now,
  ...part,
})
const computed = { provenance: 'computed' as const, words: '', note: '', evidence: '' }
const counted = row({
  shape: 'ratio',
  proposals: [{ ...computed, said: { ...said, numerator: '12.000', denominator: '14', value: '0.857' } }],
})
const graded = (level: string): Entry =>
  changed(begun('t', row(), now), { entered: { ...nothing, value: level } }, now)
const sent = (entry: Entry, id = 'a'): Entry => ({
  ...entry,
  attempt: { sent: toSend(entry, row(), { id, deviceId: 'd' }), change: entry.change },
})

describe('what a grade lacks', () => {
  test('nothing graded, half a ratio, a figure that is none, 不适用 without a word why', () => {
    const of = (entered: Partial<Entry['entered']>, at = row(), comment = '') =>
      lackOf({ entered: { ...nothing, ...entered }, comment, overrideReason: '' }, at)
    expect(of({})).toBe('reading')
    expect(of({ numerator: '3' }, row({ shape: 'ratio' }))).toBe('reading')
    expect(of({ value: 'many' }, row({ shape: 'count' }))).toBe('number')
    expect(of({ value: '不适用' })).toBe('excuse')
    expect(of({ value: '不适用' }, row(), '本小区没有电梯')).toBeNull()
    expect(of({ value: '优' })).toBeNull()
  })

  test('a computed value is a proposal: taking it over needs no reason, departing from it does', () => {
    const taken = enteredOf(counted.proposals[0]?.said ?? said, counted)
    expect(taken).toEqual({ value: '', numerator: '12', denominator: '14' })
    expect(departs(taken, counted)).toBe(false)
    expect(departs({ ...taken, numerator: '6', denominator: '7' }, counted)).toBe(false)
    const other = { entered: { ...taken, numerator: '10' }, comment: '', overrideReason: '' }
    expect(lackOf(other, counted)).toBe('override-reason')
    expect(lackOf({ ...other, overrideReason: '现场只数到十处' }, counted)).toBeNull()
  })

  test('a kept share is shown as its level, a kept yes as 是', () => {
    expect(enteredOf({ ...said, value: '0.75' }, row()).value).toBe('良')
    expect(enteredOf({ ...said, value: '1' }, row({ shape: 'yes-no' })).value).toBe('是')
  })
})

describe('what an answer makes of what waits', () => {
  test('taken: nothing is left here, and the row stands as the server keeps it', () => {
    const grade = kept({ version: 1, mine: true })
    expect(settled(sent(graded('优')), { outcome: 'saved', id: 'a', grade })).toEqual({ entry: null, grade })
  })

  test('changed while on its way: the change goes out on top of the version that was taken', () => {
    const onItsWay = changed(sent(graded('优')), { comment: '补充' }, now)
    const { entry } = settled(onItsWay, { outcome: 'same', id: 'a', grade: kept({ version: 3 }) })
    expect(entry).toMatchObject({ baseVersion: 3, attempt: null, comment: '补充' })
    expect(entry && isReady(entry, row())).toBe(true)
  })

  test('an unanswered attempt goes out again word for word, whatever was changed since', () => {
    const first = sent(graded('优'))
    const later = changed(first, { entered: { ...nothing, value: '' } }, now)
    expect(isReady(later, row())).toBe(true)
    expect(later.attempt).toEqual(first.attempt)
  })

  test('a conflict waits for a decision; insisting goes out on top of theirs', () => {
    const { entry } = settled(sent(graded('优')), {
      outcome: 'conflict',
      id: 'a',
      theirs: kept({ version: 5, said: { ...said, named: '良', value: '0.75' } }),
    })
    expect(entry && isReady(entry, row())).toBe(false)
    const again = entry && insisted(entry, now)
    expect(again).toMatchObject({ baseVersion: 5, theirs: null, entered: { value: '优' } })
    expect(again && isReady(again, row())).toBe(true)
  })

  test('refused: kept with the sentence until it is changed', () => {
    const { entry } = settled(sent(graded('优')), {
      outcome: 'refused',
      id: 'a',
      code: 'grading.stage-over',
      detail: '不在考核评分阶段',
      detailEn: 'Not in grading',
    })
    expect(entry?.refusal?.detail).toBe('不在考核评分阶段')
    expect(entry && isReady(entry, row())).toBe(false)
    expect(entry && changed(entry, { comment: '改' }, now).refusal).toBeNull()
  })

  test('an answer to another attempt changes nothing', () => {
    const entry = sent(graded('优'), 'b')
    expect(settled(entry, { outcome: 'saved', id: 'a', grade: kept() })).toEqual({ entry, grade: null })
  })
})
