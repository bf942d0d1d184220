import { draw, seedHash, type Skip } from './draw.ts'

/** The published paper of a draw, as far as repeating it reads it. */
export interface Paper {
  commitment: { seedHash: string; seats: readonly string[] }
  number: string | null
  seed: string | null
  subjects: readonly { code: string }[]
  skips: readonly Skip[]
  seconds: number
  assignments: readonly { subject: string; first: string | null; second: string | null }[]
}

export type RepeatFault =
  | { fault: 'not-revealed' }
  | { fault: 'seed'; stated: string; found: string }
  | { fault: 'assignment'; subject: string; stated: string; found: string }

/** Makes a draw again from its paper. @returns every difference */
export function drawnAgain(paper: Paper): { same: boolean; faults: RepeatFault[] } {
  const { seed, number, commitment, skips, seconds } = paper
  if (seed === null || number === null) return { same: false, faults: [{ fault: 'not-revealed' }] }
  const faults: RepeatFault[] = []
  const found = seedHash(seed)
  if (found !== commitment.seedHash) faults.push({ fault: 'seed', stated: commitment.seedHash, found })
  const subjects = paper.subjects.map(({ code }) => code)
  const again = draw({ seed, number, subjects, seats: commitment.seats, skips, seconds })
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

const saidOf = ({ first, second }: { first: string | null; second: string | null }) =>
  [first ?? '无人可考核', ...(second === null ? [] : [second])].join('、')
