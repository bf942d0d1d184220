import type { Keys } from '../keys/keys.ts'
import type { FindingKind } from './findings.ts'
import { chainedText, nothingBefore, type Seal } from './seal.ts'
import type { OutsideSeal } from './seal-file.ts'

/** A forged number may leave any gap; this much of it is told. */
const mostMissing = 1000

/** Seals without numbers left out, each standing on the one before; `report` hears which do not. */
export function walkChain(keys: Keys, report: (kind: FindingKind, seal: number) => void) {
  let before: { number: number; chained: Buffer } = { number: 0, chained: nothingBefore }
  /** What the seal before would carry if its other fields are right: tells a changed `chained` from a foreign seal. */
  let expected: Buffer = nothingBefore
  /** A seal whose MAC fails, until the next one tells whether its `chained` is ours after all. */
  let pending: { number: number; chained: Buffer; ownFault: boolean } | undefined

  const standsOn = (seal: Seal, chained: Buffer) => keys.mac(chainedText(seal, chained)).equals(seal.chained)

  return {
    /** Takes the seals in the order of their numbers. @returns whether this one's contents can be relied on */
    next(seal: Seal): boolean {
      const follows = seal.number === before.number + 1
      const firstMissing = Math.max(before.number + 1, seal.number - mostMissing)
      for (let missing = firstMissing; missing < seal.number; missing++) report('seal-removed', missing)
      const onStored = standsOn(seal, before.chained)
      const sound = onStored || standsOn(seal, expected)
      if (pending && follows && !sound) report('seal-forged', pending.number)
      else if (pending && (pending.ownFault || !follows))
        report(follows ? 'seal-changed' : 'seal-forged', pending.number)
      const blameless = !follows || pending !== undefined
      pending =
        sound || !follows ? undefined : { number: seal.number, chained: seal.chained, ownFault: !blameless }
      expected = keys.mac(chainedText(seal, before.chained))
      before = seal
      return sound || !follows
    },
    /** The last seal has no next one; the file outside may know it. */
    end(outside: OutsideSeal | undefined): void {
      if (!pending) return
      const known = outside?.number === pending.number && outside.chained === pending.chained.toString('hex')
      if (!known) report('seal-forged', pending.number)
      else if (pending.ownFault) report('seal-changed', pending.number)
    },
  }
}
