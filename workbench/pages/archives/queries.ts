import { queryOptions } from '@tanstack/react-query'
import * as contract from '../../../contracts/archives/staff.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'

export type ArchivedRound = Answer<typeof contract.getArchivedRound>
export type Archive = ArchivedRound['archives'][number]
export type Batch = ArchivedRound['batches'][number]

export const roundsQuery = queryOptions({
  queryKey: ['archives', 'rounds'],
  queryFn: ({ signal }) => call(contract.listArchivedRounds, {}, { signal }),
})

const isMaking = (round: ArchivedRound | undefined): boolean =>
  round?.batches.some(({ finishedAt }) => finishedAt === null) ?? false

/** A round's final result; asked again every second while papers are being made. */
export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['archives', 'round', id],
    queryFn: ({ signal }) => call(contract.getArchivedRound, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (isMaking(state.data) ? 1000 : false),
  })

export const subjectPapersQuery = (id: string, subjectId: string) =>
  queryOptions({
    queryKey: ['archives', 'papers', id, subjectId],
    queryFn: ({ signal }) => call(contract.getSubjectPapers, { params: { id, subjectId } }, { signal }),
  })
