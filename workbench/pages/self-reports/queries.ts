import type { Answer } from '../../../contracts/endpoint.ts'
import { getReport } from '../../../contracts/self-reports/staff.ts'
import { call } from '../../api/client.ts'

export type Report = Answer<typeof getReport>

export const reportKey = (id: string) => ['self-reports', 'report', id] as const

export const reportQuery = (id: string) => ({
  queryKey: reportKey(id),
  queryFn: ({ signal }: { signal: AbortSignal }) => call(getReport, { params: { id } }, { signal }),
})
