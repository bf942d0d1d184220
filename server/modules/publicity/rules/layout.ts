/** A row of a table as publication needs to know it. */
export interface LaidOutRow {
  table: string
  indicator: string
  level1: string
  /** Its fact, or the fact that opens it, tells something of a person. */
  personal: boolean
  /** Its fact counts persons: of very few, each could be meant. */
  counts: boolean
}

interface Definition {
  personal?: boolean | undefined
  unit?: string | undefined
}
interface Tables {
  [id: string]: {
    rows: readonly {
      id: string
      level1: string
      factDefinition: Definition | undefined
      gateDefinition: Definition | undefined
    }[]
  }
}

/** What an edition's tables say about each row: which may be shown, and which only where enough persons are meant. */
export const layOut = (tables: Tables): LaidOutRow[] =>
  Object.entries(tables).flatMap(([table, { rows }]) =>
    rows.map(({ id, level1, factDefinition: fact, gateDefinition: gate }) => ({
      table,
      indicator: id,
      level1,
      personal: fact?.personal === true || gate?.personal === true,
      counts: fact?.unit === 'persons',
    })),
  )
