import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../contracts/endpoint.ts'
import { listTemplates } from '../../../contracts/imports/staff.ts'
import { call } from '../../api/client.ts'

export type Template = Answer<typeof listTemplates>['rows'][number]

/** The kinds of sheet this person may import; they change with the release only. */
export const templatesQuery = queryOptions({
  queryKey: ['imports', 'templates'],
  queryFn: ({ signal }) => call(listTemplates, {}, { signal }),
  staleTime: 5 * 60_000,
})
