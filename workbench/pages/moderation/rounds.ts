import { useQuery } from '@tanstack/react-query'
import { listRounds } from '../../../contracts/evaluation/staff.ts'
import { call } from '../../api/client.ts'
import type { FilterOption } from '../../parts/list/types.ts'

/** Rounds to choose from, and the one that is meant where the address names none: what is being moderated, else the latest. */
export function useRounds(asked: string | undefined): { options: FilterOption[]; round: string | undefined } {
  const { data } = useQuery({
    queryKey: ['moderation', 'rounds'],
    queryFn: ({ signal }) => call(listRounds, { query: { limit: 50 } }, { signal }),
  })
  const rounds = data?.rows ?? []
  const usual = rounds.find(({ state }) => state === 'moderation') ?? rounds[0]
  return {
    options: rounds.map(({ id, name, year }) => ({ value: id, label: `${name}（${year}）` })),
    round: asked ?? usual?.id,
  }
}
