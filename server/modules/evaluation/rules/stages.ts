import { type RoundState, type Stage, stages } from '../../../../contracts/evaluation/words.ts'
import type { Day } from '../../../values/days.ts'
import type { Deadline } from '../../../values/working-days.ts'

/** 评价程序各阶段的名称. */
export const stageTitles: Record<Stage, string> = {
  open: '开启',
  facts: '数据归集',
  'self-report': '自评申报',
  grading: '考核评分',
  moderation: '复核',
  publicity: '公示',
  appeals: '申诉处理',
  final: '结果确定',
  archived: '归档',
}

/** When a stage may end although its term still runs. */
export type Waiting = 'always' | 'while unfinished' | 'never'

/** One line of the table of transitions: out of a stage there is one way on. */
export interface Transition {
  from: Stage
  to: Stage
  /** The verb that its mover needs; who holds it is policy. */
  verb: string
  /** The limit that holds the term of the stage entered, in working days. */
  term: string | null
  /** Whether the stage left must let its term run out first. */
  waits: Waiting
}

const way = (
  from: Stage,
  to: Stage,
  verb: string,
  { term = null, waits = 'never' }: { term?: string | null; waits?: Waiting } = {},
): Transition => ({ from, to, verb, term, waits })

/**
 * 评价程序 (A.1.4 客观公正、公开透明). A term given to others is not cut short: the scored bodies' to report and to appeal, the
 * public's to object. What the graders and moderators must do may be finished early.
 */
export const transitions: readonly Transition[] = [
  way('open', 'facts', 'evaluation.advance-round', { term: 'facts-term' }),
  way('facts', 'self-report', 'evaluation.advance-round', { term: 'self-report-term' }),
  way('self-report', 'grading', 'evaluation.advance-round', {
    term: 'grading-term',
    waits: 'while unfinished',
  }),
  way('grading', 'moderation', 'evaluation.advance-round', { term: 'moderation-term' }),
  way('moderation', 'publicity', 'evaluation.publish-round', { term: 'publicity-term' }),
  way('publicity', 'appeals', 'evaluation.publish-round', { term: 'appeals-term', waits: 'always' }),
  way('appeals', 'final', 'evaluation.finalise-round'),
  way('final', 'archived', 'evaluation.archive-round'),
]

export const wayOnFrom = (state: RoundState): Transition | undefined =>
  transitions.find((one) => one.from === state)

/** A round that has been shown to the public ends only by its result; before that it may be ended without one. */
export const mayClose = (state: RoundState): boolean =>
  state !== 'closed' && stages.indexOf(state) < stages.indexOf('publicity')

export interface Ending {
  waits: Waiting
  /** Pieces of work that the stage still waits for. */
  unfinished: number
  /** Why it ends all the same. */
  decision: string | null
  /** Last day of the stage's term, where it has one. */
  dueOn: Day | null
  /** The term's end as far as weekends and fixed holidays tell (暂定). */
  provisional: Day | null
  today: Day
}

/** Why a stage cannot end, or null. The term's last day belongs to the term (民法典 203). */
export function cannotEnd(
  ending: Ending,
): { code: 'term-provisional' | 'term-running' | 'work-unfinished'; day?: Day; count?: number } | null {
  const { waits, unfinished, decision, dueOn, provisional, today } = ending
  if (provisional !== null) return { code: 'term-provisional', day: provisional }
  const bound = waits === 'always' || (waits === 'while unfinished' && unfinished > 0)
  if (bound && dueOn !== null && today <= dueOn) return { code: 'term-running', day: dueOn }
  if (unfinished > 0 && !decision) return { code: 'work-unfinished', count: unfinished }
  return null
}

/** A round's events, oldest first, as they lie in storage. */
export type RoundEvent =
  | { kind: 'opened'; at: string; data: Record<string, never> }
  | { kind: 'entered'; at: string; data: Entered }
  | { kind: 'term-moved'; at: string; data: Term }
  | { kind: 'closed'; at: string; data: { decision: string } }

export interface Term {
  dueOn: Day | null
  provisional: Day | null
}
export const noTerm: Term = { dueOn: null, provisional: null }
/** A term's end as the calendar tells it: known, or provisional. */
export const termOf = ({ dueDate, provisional }: Deadline): Term => ({
  dueOn: dueDate === 'UNKNOWN' ? null : dueDate,
  provisional,
})

export interface Entered extends Term {
  stage: Stage
  workingDays: number | null
  /** Work left undone in the stage before, and the decision that let it be. */
  unfinished: number
  decision: string | null
}

export interface Standing extends Term {
  state: RoundState
  beganAt: string
  workingDays: number | null
}

/** Where a round stands by its events; the round's columns must say the same. */
export function standingOf(events: readonly RoundEvent[]): Standing {
  let now: Standing = { state: 'open', beganAt: '', workingDays: null, dueOn: null, provisional: null }
  for (const { kind, at, data } of events) {
    if (kind === 'opened') now = { ...now, beganAt: at }
    if (kind === 'closed')
      now = { state: 'closed', beganAt: at, workingDays: null, dueOn: null, provisional: null }
    if (kind === 'term-moved') now = { ...now, dueOn: data.dueOn, provisional: data.provisional }
    if (kind === 'entered') {
      const { stage, workingDays, dueOn, provisional } = data
      now = { state: stage, beganAt: at, workingDays, dueOn, provisional }
    }
  }
  return now
}
