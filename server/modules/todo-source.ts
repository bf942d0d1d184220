import type { Context } from '../access/context.ts'

/** One thing that somebody must do now, or soon. Computed from the records, so it is gone when it is done. */
export interface Todo {
  /** Stable while the thing is the same, so that a list does not jump. */
  id: string
  zh: string
  en: string
  /** The day it runs out, where it does. */
  due: string | null
  /** How many records are meant; 1 for a single thing. */
  count: number
  /** The workbench's page where it is done. */
  link: string
}

/** A figure of the first page: what matters to this role, with its change since last year. */
export interface Figure {
  id: string
  zh: string
  en: string
  /** Shown as it is: rounded and with its unit. */
  value: string
  change: string | null
  link: string
}

/** What a module contributes to the first page; asked only for actors who hold the verb. */
export interface TodoSource {
  verb: string
  todos?(ctx: Context): Promise<Todo[]>
  figures?(ctx: Context): Promise<Figure[]>
}
