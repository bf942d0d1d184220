import { useQuery } from '@tanstack/react-query'
import { listEventKinds } from '../../../contracts/exchange/staff.ts'
import { call } from '../../api/client.ts'
import { useEnglish } from '../../parts/words.ts'

/** Events that can be subscribed to, in the language shown. */
export function useEventNames(): { value: string; label: string }[] {
  const english = useEnglish()
  const { data } = useQuery({
    queryKey: ['exchange', 'event-kinds'],
    queryFn: ({ signal }) => call(listEventKinds, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (data?.rows ?? []).map(({ name, zh, en }) => ({ value: name, label: english ? en : zh }))
}

/** The words for one event; its code where there are none. */
export function useEventName(): (name: string) => string {
  const names = useEventNames()
  return (name) => names.find(({ value }) => value === name)?.label ?? name
}
