import { QueryClient } from '@tanstack/react-query'
import { isPassing } from '../api/problem.ts'

const again = (failures: number, error: Error): boolean => failures < 2 && isPassing(error)

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Office networks report "offline" wrongly; ask, and let the request itself tell.
      queries: { staleTime: 30_000, retry: again, networkMode: 'always' },
      mutations: { retry: again, retryDelay: 800, networkMode: 'always' },
    },
  })
}
