import type { Context } from '../access/context.ts'
import type { Telling } from '../access/tell.ts'

/**
 * What a module wants persons reminded of, asked once a day after eight in the morning (and once for days on which
 * the server did not run).
 */
export interface ReminderSource {
  /** Stable, `<module>.<what>`. */
  name: string
  /**
   * @param ctx the system's own, without grants
   * @param today 'YYYY-MM-DD'; it belongs into every key, so that a day's reminder is told once
   */
  due(ctx: Context, today: string): Promise<readonly Telling[]>
}
