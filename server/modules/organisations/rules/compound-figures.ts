import type { Refusal } from '../../../platform/problems/refusal.ts'
import { refuse } from '../problems.ts'

/** What a residential compound can plausibly measure; wide enough for every real listing, narrow enough for slips of unit. */
export interface PlausibleFigures {
  area: { least: number; most: number }
  households: { least: number; most: number }
  areaPerHousehold: { least: number; most: number }
}

export const plausibleFigures: PlausibleFigures = {
  area: { least: 500, most: 5_000_000 },
  households: { least: 1, most: 20_000 },
  areaPerHousehold: { least: 15, most: 1_000 },
}

/** @param areaCenti built area in 0.01 m²; @returns every reason why the figures cannot be */
export function implausible(
  figures: { households: number; areaCenti: number },
  bounds: PlausibleFigures = plausibleFigures,
): Refusal[] {
  const { households, areaCenti } = figures
  const area = areaCenti / 100
  const faults: Refusal[] = []
  if (area < bounds.area.least || area > bounds.area.most)
    faults.push(refuse('area-absurd', { area, ...bounds.area }, { field: 'area' }))
  if (households < bounds.households.least || households > bounds.households.most)
    faults.push(refuse('households-absurd', { households, ...bounds.households }, { field: 'households' }))
  const each = area / households
  if (faults.length === 0 && (each < bounds.areaPerHousehold.least || each > bounds.areaPerHousehold.most))
    faults.push(refuse('area-per-household-absurd', { area: Math.round(each) }, { field: 'area' }))
  return faults
}
