import { queryOptions } from '@tanstack/react-query'

export const fileAddress = (roundId: string, form: 'json' | 'csv'): string =>
  `/api/archives/public/rounds/${roundId}/results.${form}`
export const dictionaryAddress = '/api/archives/public/dictionary.json'

/** Whether a file has been published, asked without fetching it. */
export const isThereQuery = (address: string) =>
  queryOptions({
    queryKey: ['is-there', address],
    queryFn: async () => (await fetch(address, { method: 'HEAD' })).ok,
  })
