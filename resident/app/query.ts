import { QueryClient } from '@tanstack/react-query'
import { isPassing } from '../api/problem.ts'

const again = (failures: number, error: Error): boolean => failures < 2 && isPassing(error)

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // What was published moves seldom; phones ask again when their network is back.
      queries: { staleTime: 300_000, retry: again, networkMode: 'always' },
      mutations: { retry: again, retryDelay: 800, networkMode: 'always' },
    },
  })
