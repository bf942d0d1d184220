import type { Context } from '../../access/context.ts'
import type { Engine } from '../evaluation/index.ts'

/** What the module works with. */
export interface Standards {
  engine: Engine
  cityId(ctx: Context): Promise<string>
}
