import type { Editions } from '../../rulebook/load.ts'

/** Each round by its own edition; `standing` for what no single round bounds. */
export type EditionsAsked = Pick<Editions, 'rulebookOf' | 'standing'>
