import type { Fault } from '../fault.ts'
import { faultAt, type Parts } from '../parts.ts'

/** One code means one matter, and each lies in a group that exists. */
export function checkCategories({ categories }: Pick<Parts, 'categories'>): Fault[] {
  const first = new Map<string, string>()
  const codes = new Set(categories.map(({ value }) => value.code))
  return categories.flatMap((located) => {
    const { code } = located.value
    const known = first.get(code)
    if (known !== undefined) return [faultAt(located, ['code'], 'duplicate', { id: code, first: known })]
    first.set(code, `${located.file.name}:${located.file.lineOf(located.path)}`)
    const parent = code.slice(0, -2)
    return parent === '' || codes.has(parent)
      ? []
      : [faultAt(located, ['code'], 'category-parent', { id: code, parent })]
  })
}
