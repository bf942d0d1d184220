import { queryOptions } from '@tanstack/react-query'
import * as contract from '../../../contracts/standards/staff.ts'
import { call } from '../../api/client.ts'

// The rule-book changes with a release, not while somebody reads it.
const staleTime = 10 * 60_000

export const editionsQuery = queryOptions({
  queryKey: ['standards', 'editions'],
  queryFn: ({ signal }) => call(contract.listEditions, {}, { signal }),
  staleTime,
})
export const tableQuery = (edition: string, table: string) =>
  queryOptions({
    queryKey: ['standards', 'table', edition, table],
    queryFn: ({ signal }) => call(contract.getTable, { params: { edition, table } }, { signal }),
    staleTime,
  })
/** A row with its limits as they stood on a day; today when none is given. */
export const rowQuery = (edition: string, row: string, on?: string) =>
  queryOptions({
    queryKey: ['standards', 'row', edition, row, on ?? ''],
    queryFn: ({ signal }) => call(contract.getRow, { params: { edition, row }, query: { on } }, { signal }),
    staleTime,
  })
export const clausesQuery = queryOptions({
  queryKey: ['standards', 'clauses'],
  queryFn: ({ signal }) => call(contract.listClauses, {}, { signal }),
  staleTime,
})
export const clauseQuery = (id: string) =>
  queryOptions({
    queryKey: ['standards', 'clause', id],
    queryFn: ({ signal }) => call(contract.getClause, { params: { id } }, { signal }),
    staleTime,
  })
export const rulingsQuery = queryOptions({
  queryKey: ['standards', 'rulings', ''],
  queryFn: ({ signal }) => call(contract.listRulings, { query: {} }, { signal }),
  staleTime,
})
export const coverageQuery = queryOptions({
  queryKey: ['standards', 'coverage'],
  queryFn: ({ signal }) => call(contract.getCoverage, {}, { signal }),
  staleTime,
})
