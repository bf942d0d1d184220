import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../contracts/endpoint.ts'
import * as contract from '../../../contracts/evaluation/staff.ts'
import type { SubjectKind } from '../../../contracts/evaluation/words.ts'
import { call } from '../../api/client.ts'

export type RoundPage = Answer<typeof contract.getRound>
export type SubjectScore = Answer<typeof contract.getSubjectScore>
export type ScoreRow = SubjectScore['rows'][number]
export type Point = Answer<typeof contract.getPoint>
export type Statistics = Answer<typeof contract.getStatistics>
export type FactDefinition = Answer<typeof contract.listFactDefinitions>['facts'][number]

/** A pass that has begun and not ended. */
export const isRunning = (round: RoundPage | undefined): boolean =>
  round?.run != null && round.run.finishedAt === null && round.run.failedBecause === null

/** The latest rounds in sight. */
export const roundsQuery = queryOptions({
  queryKey: ['evaluation-rounds', 'latest'],
  queryFn: ({ signal }) => call(contract.listRounds, { query: { limit: 200 } }, { signal }),
})

/** Everything about a round; asked again every second while it is being computed. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id],
    queryFn: ({ signal }) => call(contract.getRound, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (isRunning(state.data) ? 1000 : false),
  })
export const statisticsQuery = (id: string, kind: SubjectKind, place?: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id, 'statistics', kind, place ?? ''],
    queryFn: ({ signal }) =>
      call(contract.getStatistics, { params: { id }, query: { kind, place } }, { signal }),
  })
export const subjectQuery = (id: string, subjectId: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id, 'subject', subjectId],
    queryFn: ({ signal }) => call(contract.getSubjectScore, { params: { id, subjectId } }, { signal }),
  })
export const cityFigureQuery = (id: string, bodyId: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id, 'city-figure', bodyId],
    queryFn: ({ signal }) => call(contract.getCityFigure, { params: { id, bodyId } }, { signal }),
  })
export const improvementsQuery = (id: string, subjectId: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id, 'subject', subjectId, 'improvements'],
    queryFn: ({ signal }) => call(contract.getImprovements, { params: { id, subjectId } }, { signal }),
  })
export const pointQuery = (id: string, subjectId: string, row: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id, 'subject', subjectId, 'row', row],
    queryFn: ({ signal }) => call(contract.getPoint, { params: { id, subjectId, row } }, { signal }),
  })
export const factDefinitionsQuery = queryOptions({
  queryKey: ['evaluation', 'fact-definitions'],
  queryFn: ({ signal }) => call(contract.listFactDefinitions, {}, { signal }),
  staleTime: 10 * 60_000,
})
