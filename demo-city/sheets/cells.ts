import type { Cell } from '../../server/modules/sheet-kind.ts'

/** One row of a sheet as a person would fill it in. */
export type Cells = Record<string, Cell>
