import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type * as contract from '../../contracts/publicity/public.ts'
import type { Answer } from '../../contracts/endpoint.ts'
import { publicPaths, type ShownKind } from '../../contracts/publicity/words.ts'
import { ask } from './client.ts'

export type Round = contract.PublishedRound
export type Result = Answer<typeof contract.getResult>
export type ListRow = Answer<typeof contract.listResults>['rows'][number]
export type Receipt = Answer<typeof contract.getReceipt>

export interface Filters {
  kind?: ShownKind | undefined
  district?: string | undefined
  street?: string | undefined
  band?: string | undefined
  text?: string | undefined
}

export const roundsQuery = queryOptions({
  queryKey: ['rounds'],
  queryFn: () => ask<typeof contract.listPublishedRounds>(publicPaths.rounds, {}),
})

export const placesQuery = (id: string) =>
  queryOptions({
    queryKey: ['places', id],
    queryFn: () => ask<typeof contract.listResultPlaces>(publicPaths.places, { params: { id } }),
  })

export const resultsQuery = (id: string, filters: Filters, limit = 20) =>
  infiniteQueryOptions({
    queryKey: ['results', id, filters, limit],
    queryFn: ({ pageParam }) =>
      ask<typeof contract.listResults>(publicPaths.results, {
        params: { id },
        query: { ...filters, limit, ...(pageParam ? { after: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const resultQuery = (id: string, subjectId: string) =>
  queryOptions({
    queryKey: ['result', id, subjectId],
    queryFn: () => ask<typeof contract.getResult>(publicPaths.result, { params: { id, subjectId } }),
  })

export const receiptQuery = (receipt: string) =>
  queryOptions({
    queryKey: ['receipt', receipt],
    queryFn: () => ask<typeof contract.getReceipt>(publicPaths.receipt, { params: { receipt } }),
    staleTime: 0,
  })
