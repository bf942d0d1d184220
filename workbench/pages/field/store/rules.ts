import type { KeptGrade } from '../../../../contracts/grading/staff.ts'
import { excused as notApplicable } from '../../../../contracts/grading/words.ts'
import type { Entered, Entry, GradeSent, Outcome, Row, Said } from './entry.ts'

/** The least that a reason must say, as the contract asks. */
const leastReason = 4

export const nothing: Entered = { value: '', numerator: '', denominator: '' }

/** What is missing before a grade can be sent. */
export type Lack = 'reading' | 'number' | 'override-reason' | 'excuse'

const isFigure = (text: string): boolean => /^\d+(\.\d+)?$/.test(text.trim())
const figures = ['count', 'checklist', 'score', 'deduction']

/** Of a ratio both parts are counted; everything else is one value. */
export const isCounted = (row: Row): boolean => row.shape === 'ratio'

/** A kept reading as the fields hold it. */
export function enteredOf(said: Said, row: Row): Entered {
  if (said.notApplicable !== null) return { ...nothing, value: notApplicable }
  if (said.named !== null) return { ...nothing, value: said.named }
  if (said.numerator !== null && (isCounted(row) || said.value === null))
    return { value: '', numerator: plain(said.numerator), denominator: plain(said.denominator ?? '') }
  if (said.value === null) return nothing
  if (row.shape === 'yes-no') return { ...nothing, value: Number(said.value) === 0 ? '否' : '是' }
  const level = row.rubric.find(({ share }) => numberOf(share) === Number(said.value))?.level
  return { ...nothing, value: row.shape === 'grade' && level ? level : plain(said.value) }
}

/** Without the zeros that a database adds. */
const plain = (decimal: string): string =>
  decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal

/** For comparing only. */
function numberOf(text: string): number {
  const [top = '', bottom = '1'] = text.split('/')
  return text.trim() === '' ? Number.NaN : Number(top) / Number(bottom)
}

/** Where one of these stands, a grade that says otherwise needs a reason; records before other systems before surveys. */
const official = ['computed', 'imported', 'surveyed'] as const

export const computedOf = (row: Row): Row['proposals'][number] | undefined =>
  official.flatMap((provenance) => row.proposals.filter((one) => one.provenance === provenance))[0]

/** The proposal that a grader may take over: the records' own before what the scored body says. */
export const proposalOf = (row: Row): Row['proposals'][number] | undefined =>
  computedOf(row) ?? row.proposals[0]

/** By what it comes to, not by how it is written. NaN where it names something or is nothing out of nothing. */
function quantity({ value, numerator, denominator }: Entered, row: Row): number {
  if (numerator !== '')
    return denominator === '' ? Number(numerator) : Number(numerator) / Number(denominator)
  if (row.shape === 'yes-no') return value === '是' ? 1 : value === '否' ? 0 : Number.NaN
  const share = row.rubric.find(({ level }) => level === value)?.share
  return numberOf(share ?? value)
}

const near = 1e-9

/**
 * Whether what is entered departs from an official proposal: then a reason is asked for. Shown before the server decides
 * it exactly.
 */
export function departs(entered: Entered, row: Row): boolean {
  const computed = computedOf(row)
  if (computed === undefined || !hasReading(entered, row)) return false
  const proposed = enteredOf(computed.said, row)
  if (entered.value === notApplicable || proposed.value === notApplicable)
    return entered.value !== proposed.value
  const [mine, theirs] = [quantity(entered, row), quantity(proposed, row)]
  if (Number.isNaN(mine) || Number.isNaN(theirs)) return JSON.stringify(entered) !== JSON.stringify(proposed)
  return Math.abs(mine - theirs) > near * Math.max(1, Math.abs(theirs))
}

/** Whether anything is graded yet. */
export function hasReading({ value, numerator, denominator }: Entered, row: Row): boolean {
  if (value !== '') return true
  return isCounted(row) && numerator !== '' && denominator !== ''
}

/** What still stands between an entry and its sending, the first thing first. */
export function lackOf(entry: Pick<Entry, 'entered' | 'comment' | 'overrideReason'>, row: Row): Lack | null {
  const { entered, comment, overrideReason } = entry
  if (!hasReading(entered, row)) return 'reading'
  if (entered.value === notApplicable) {
    if (comment.trim().length < leastReason) return 'excuse'
  } else if (isCounted(row) ? !bothFigures(entered) : figures.includes(row.shape) && !isFigure(entered.value))
    return 'number'
  return departs(entered, row) && overrideReason.trim().length < leastReason ? 'override-reason' : null
}

const bothFigures = ({ numerator, denominator }: Entered): boolean =>
  isFigure(numerator) && isFigure(denominator)

/** An entry that begins where the row stands. */
export function begun(taskId: string, row: Row, now: string): Entry {
  const { grade } = row
  return {
    taskId,
    row: row.id,
    entered: grade ? enteredOf(grade.said, row) : nothing,
    comment: grade?.comment ?? '',
    overrideReason: grade?.overrideReason ?? '',
    photos: grade?.evidence.map(({ id }) => id) ?? [],
    baseVersion: grade?.version ?? 0,
    gradedAt: now,
    change: 0,
    attempt: null,
    theirs: null,
    refusal: null,
  }
}

export type Change = Partial<Pick<Entry, 'entered' | 'comment' | 'overrideReason' | 'photos'>>

/** A changed entry; what the server refused of it no longer counts. */
export const changed = (entry: Entry, change: Change, now: string): Entry => ({
  ...entry,
  ...change,
  gradedAt: now,
  change: entry.change + 1,
  refusal: null,
})

/** May go out, or go out again. */
export const isReady = (entry: Entry, row: Row): boolean =>
  entry.theirs === null && entry.refusal === null && (entry.attempt !== null || lackOf(entry, row) === null)

type Made = Pick<GradeSent, 'id' | 'deviceId' | 'latitude' | 'longitude'>

/** What goes over the wire, made once for each state of an entry. @param made id, device and place of this sending */
export function toSend(entry: Entry, row: Row, made: Made): GradeSent {
  const { value, numerator, denominator } = entry.entered
  return {
    ...made,
    taskId: entry.taskId,
    row: entry.row,
    baseVersion: entry.baseVersion,
    entered: {
      value: value.trim() || null,
      numerator: numerator.trim() || null,
      denominator: denominator.trim() || null,
    },
    comment: entry.comment.trim(),
    overrideReason: departs(entry.entered, row) ? entry.overrideReason.trim() : null,
    documentIds: entry.photos,
    gradedAt: entry.gradedAt,
  }
}

interface Settled {
  /** What is left to do here; null when the server has it all. */
  entry: Entry | null
  /** How the row now stands on the server, where that was told. */
  grade: KeptGrade | null
}

/** What an answer makes of the entry whose attempt it answers. */
export function settled(entry: Entry, outcome: Outcome): Settled {
  const { attempt } = entry
  if (attempt === null || attempt.sent.id !== outcome.id) return { entry, grade: null }
  const answered: Entry = { ...entry, attempt: null }
  switch (outcome.outcome) {
    case 'saved':
    case 'same': {
      const { grade } = outcome
      // Changed while it was on its way: the change goes out on top of what was taken.
      const wentOn = entry.change !== attempt.change
      return { entry: wentOn ? { ...answered, baseVersion: grade.version } : null, grade }
    }
    case 'conflict':
      return { entry: { ...answered, theirs: outcome.theirs }, grade: null }
    case 'refused':
      return {
        entry: { ...answered, refusal: { detail: outcome.detail, detailEn: outcome.detailEn } },
        grade: null,
      }
  }
}

/** The person decides for what was graded here: it goes out on top of the other's. */
export const insisted = (entry: Entry, now: string): Entry => ({
  ...entry,
  baseVersion: entry.theirs?.version ?? entry.baseVersion,
  theirs: null,
  gradedAt: now,
  change: entry.change + 1,
})
