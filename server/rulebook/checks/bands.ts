import { Fraction } from '../../values/fraction.ts'
import type { Fault } from '../fault.ts'
import { faultAt, type Parts } from '../parts.ts'

/** Bands are half-open and contiguous, so that 89.5 has a band (C3); the highest takes in full marks. */
export function checkBands(parts: Parts): Fault[] {
  const faults: Fault[] = []
  for (const scheme of parts.schemes) {
    scheme.value.tables.forEach((table, t) => {
      const bands = table.bands
        .map((band, i) => ({ band, i, from: Fraction.parse(band.from), to: Fraction.parse(band.to) }))
        .sort((a, b) => b.from.compare(a.from))
      bands.forEach(({ band, i, from, to }, place) => {
        const at = ['tables', t, 'bands', i]
        const above = bands[place - 1]
        if (from.compare(to) >= 0 || (above && (!to.equals(above.from) || band.includesTo))) {
          faults.push(faultAt(scheme, at, 'bands-gap', { name: band.name, from: band.from }))
        }
        if (!above && !(band.includesTo && to.equals(Fraction.parse(table.points)))) {
          faults.push(faultAt(scheme, at, 'bands-top', { name: band.name, points: table.points }))
        }
      })
    })
  }
  return faults
}
