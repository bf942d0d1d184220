import { queryOptions } from '@tanstack/react-query'
import * as contract from '../../../../contracts/standards/editions.ts'
import { call } from '../../../api/client.ts'

const key = 'standards-drafts'
export const draftsKey = [key]

export const draftsQuery = queryOptions({
  queryKey: [key, 'list'],
  queryFn: ({ signal }) => call(contract.listDrafts, {}, { signal }),
})
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: [key, id],
    queryFn: ({ signal }) => call(contract.getDraft, { params: { id } }, { signal }),
  })
export const differencesQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [key, id, 'differences', version],
    queryFn: ({ signal }) => call(contract.getDifferences, { params: { id } }, { signal }),
  })
export const historyQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [key, id, 'changes', version],
    queryFn: ({ signal }) => call(contract.getEditionHistory, { params: { id } }, { signal }),
  })
export const previewRoundsQuery = queryOptions({
  queryKey: [key, 'preview-rounds'],
  queryFn: ({ signal }) => call(contract.listPreviewRounds, {}, { signal }),
})
export const previewQuery = (id: string, version: number, round: string) =>
  queryOptions({
    queryKey: [key, id, 'preview', version, round],
    queryFn: ({ signal }) => call(contract.previewEdition, { params: { id }, query: { round } }, { signal }),
    retry: false,
  })
