export * from './decisions.ts'
export * from './incidents.ts'
