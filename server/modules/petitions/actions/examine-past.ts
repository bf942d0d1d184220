import type { Channel, Outcome } from '../../../../contracts/petitions/words.ts'
import { type Examined, fault, optionalText, text } from '../../sheet-rows.ts'
import { refuse } from '../history-problems.ts'
import type { PastCase } from '../rules/past-course.ts'
import { faultsIn, type PastStep, pastSteps, timesOf, type Written } from '../rules/past-times.ts'
import type { Term } from '../rules/terms.ts'

const stepNames: Record<PastStep, { zh: string; en: string }> = {
  opened: { zh: '反映时间', en: 'opened' },
  signed: { zh: '签收时间', en: 'signed' },
  answered: { zh: '答复时间', en: 'answered' },
  closed: { zh: '办结时间', en: 'closed' },
}

const mostHours = 10 * 8784
const hourMs = 3_600_000
const shown = (text: string | null) => (text ?? '').slice(0, 16).replace('T', ' ')

/** What a row says of times, term and result; faults are noted cell by cell, and then there is no case. */
export function pastCase(row: Examined, now: Date): Omit<PastCase, 'category' | 'limitClass'> | undefined {
  const written = Object.fromEntries(pastSteps.map((step) => [step, optionalText(row, step)])) as Written
  for (const one of faultsIn(written, now)) noteTime(row, written, one)
  if (row.faults.length > 0 || written.opened === null) return undefined
  const times = timesOf(written, now)
  const term = termOf(row, times.opened)
  const outcome = optionalText(row, 'outcome') as Outcome | null
  if (outcome !== null && times.answered === null && times.closed === null)
    fault(row, 'outcome', refuse('past-result-open'))
  if (row.faults.length > 0) return undefined
  return {
    channel: (optionalText(row, 'channel') ?? 'import') as Channel,
    times,
    term,
    outcome,
    visited: optionalText(row, 'satisfied') as PastCase['visited'],
  }
}

function noteTime(row: Examined, written: Written, { step, ...found }: ReturnType<typeof faultsIn>[number]) {
  const { zh: what, en: whatEn } = stepNames[step]
  const at = shown(written[step])
  // A blank opening is told by the sheet already; here only what contradicts itself.
  if (found.why === 'missing') return
  if (found.why === 'future') return fault(row, step, refuse('past-in-future', { what, whatEn, at }))
  const than = stepNames[found.than]
  const params = { what, whatEn, at, than: than.zh, thanEn: than.en, thanAt: shown(written[found.than]) }
  return fault(row, step, refuse('past-before', params))
}

/** The row's own term: by hours, or up to the target; a target given as a day ends with the day. */
function termOf(row: Examined, opened: string): Term | null {
  const target = optionalText(row, 'target')
  const hours = text(row, 'hours')
  if (target !== null && hours !== '') fault(row, 'hours', refuse('past-two-terms'))
  if (hours !== '') {
    const n = Number(hours)
    if (!(n > 0 && n <= mostHours)) fault(row, 'hours', refuse('past-hours'))
    return { unit: 'hours', n }
  }
  if (target === null) return null
  const at = Date.parse(target.length === 10 ? `${target}T23:59:59+08:00` : target)
  const n = (at - Date.parse(opened)) / hourMs
  if (!(n > 0)) {
    const said = { what: '目标期限', whatEn: 'target', at: shown(target) }
    fault(
      row,
      'target',
      refuse('past-before', {
        ...said,
        than: '反映时间',
        thanEn: 'opened',
        thanAt: shown(text(row, 'opened')),
      }),
    )
  }
  return { unit: 'hours', n }
}
