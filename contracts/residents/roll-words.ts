/** 专有部分的用途. */
export const uses = ['home', 'business', 'parking', 'other'] as const
export type Use = (typeof uses)[number]

/** Where an exclusive area comes from (建筑物区分所有权解释 art 8), the strongest first. */
export const areaSources = ['register', 'survey', 'contract'] as const
export type AreaSource = (typeof areaSources)[number]

/** Whether the developer still holds it (art 9). */
export const standings = ['delivered', 'sold-undelivered', 'unsold'] as const
export type Standing = (typeof standings)[number]

/** What a head is counted by: its owners, the developer, or a dwelling whose owner is not on record. */
export const headKinds = ['owners', 'developer', 'unknown'] as const
export type HeadKind = (typeof headKinds)[number]
