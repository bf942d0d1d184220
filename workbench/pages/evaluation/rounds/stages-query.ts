import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { getRoundStages } from '../../../../contracts/evaluation/staff.ts'
import { call } from '../../../api/client.ts'

export type RoundStages = Answer<typeof getRoundStages>

/** The stages of a round, what its present one waits for, and the way on. */
export const stagesQuery = (id: string) =>
  queryOptions({
    queryKey: ['evaluation', 'round', id, 'stages'],
    queryFn: ({ signal }) => call(getRoundStages, { params: { id } }, { signal }),
  })
