export * from './facts.ts'
export * from './rounds.ts'
export * from './scores.ts'
export * from './statistics.ts'
