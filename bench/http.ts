import type { Bench } from './bench.ts'

export const http: Bench = async () => ({})
