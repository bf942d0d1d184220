import type { z } from 'zod'

/** A kind of event that other systems may subscribe to. */
export interface EventKind {
  /** `<module>.<what happened>`. */
  name: string
  zh: string
  en: string
  /** What travels: no personal field, and nothing that is not public when it happens. */
  data: z.ZodType
  /** For the paper and for trying a receiver out. */
  example: object
}
