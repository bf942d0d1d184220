export * from './contests.ts'
export * from './report.ts'
export * from './reports.ts'
