import type { Indicator } from '../../../rulebook/schema/indicators.ts'

interface Papers {
  rows: Readonly<Record<string, Readonly<Record<string, readonly Indicator[]>>>>
  facts: Readonly<Record<string, { personal?: boolean | undefined } | undefined>>
}

/** Rows of an edition whose level-1 group tells something of a person: what is claimed of them is kept from bystanders. */
export function personalRows({ rows, facts }: Papers, edition: string): ReadonlySet<string> {
  const found = Object.values(rows[edition] ?? {}).flatMap((table) => {
    const tells = (row: Indicator) =>
      [row.fact, row.gate].some((id) => typeof id === 'string' && facts[id]?.personal === true)
    const groups = new Set(table.filter(tells).map((row) => row.level1))
    return table.filter((row) => groups.has(row.level1)).map((row) => row.id)
  })
  return new Set(found)
}
