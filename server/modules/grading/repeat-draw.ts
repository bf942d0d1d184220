import { type Area, draw, drawables, seedHash } from './draw.ts'

/** The published paper of a draw, as far as repeating it reads it. */
export interface Paper {
  commitment: { seedHash: string; subjects: readonly string[]; seats: readonly string[] }
  number: string | null
  seed: string | null
  subjects: readonly { code: string; district: string; seats: number }[]
  areas: readonly Area[]
  seconds: number
  assignments: readonly { subject: string; first: string | null; second: string | null }[]
}

export type RepeatFault =
  | { fault: 'not-revealed' }
  | { fault: 'seed'; stated: string; found: string }
  | { fault: 'subject'; subject: string; is: 'added' | 'left-out' }
  | { fault: 'seats'; subject: string; stated: number; found: number }
  | { fault: 'assignment'; subject: string; stated: string; found: string }

/** Makes a draw again from its paper. @returns every difference */
export function drawnAgain(paper: Paper): { same: boolean; faults: RepeatFault[] } {
  const { seed, number, commitment, subjects, areas, seconds } = paper
  if (seed === null || number === null) return { same: false, faults: [{ fault: 'not-revealed' }] }
  const faults: RepeatFault[] = []
  const found = seedHash(seed)
  if (found !== commitment.seedHash) faults.push({ fault: 'seed', stated: commitment.seedHash, found })
  faults.push(...otherSubjects(paper))
  const open = drawables(subjects, areas)
  for (const [i, { code, seats }] of subjects.entries()) {
    const counted = open[i]?.seats.length ?? 0
    if (counted !== seats) faults.push({ fault: 'seats', subject: code, stated: seats, found: counted })
  }
  const again = draw({ seed, number, subjects: open, seats: commitment.seats, seconds })
  const stated = new Map(paper.assignments.map((one) => [one.subject, saidOf(one)]))
  for (const one of again) {
    const was = stated.get(one.subject) ?? '—'
    if (was !== saidOf(one))
      faults.push({ fault: 'assignment', subject: one.subject, stated: was, found: saidOf(one) })
    stated.delete(one.subject)
  }
  for (const [subject, was] of stated) faults.push({ fault: 'assignment', subject, stated: was, found: '—' })
  return { same: faults.length === 0, faults }
}

/** What was drawn from is what was committed to: whoever adds or leaves out a subject afterwards moves all lots. */
function otherSubjects({ commitment, subjects }: Paper): RepeatFault[] {
  const [committed, drawn] = [new Set(commitment.subjects), new Set(subjects.map(({ code }) => code))]
  return [
    ...[...drawn]
      .filter((one) => !committed.has(one))
      .map((subject) => ({ fault: 'subject', subject, is: 'added' }) as const),
    ...[...committed]
      .filter((one) => !drawn.has(one))
      .map((subject) => ({ fault: 'subject', subject, is: 'left-out' }) as const),
  ]
}

const saidOf = ({ first, second }: { first: string | null; second: string | null }) =>
  [first ?? '无人可考核', ...(second === null ? [] : [second])].join('、')
