import { count } from '../../../parts/format.ts'

/** Areas travel in 0.01 m²: 6580000 → "65800.00", as the contract takes it back. */
export function areaText(centi: number): string {
  return `${Math.trunc(centi / 100)}.${String(centi % 100).padStart(2, '0')}`
}

/** "65,800.00" */
export function areaShown(centi: number): string {
  const [whole = '0', rest = '00'] = areaText(centi).split('.')
  return `${count(Number(whole))}.${rest}`
}

/** Square metres a household, one decimal; null where there is none. */
export function areaEach(centi: number, households: number): string | null {
  return households === 0 ? null : (Math.round(centi / households / 10) / 10).toFixed(1)
}
