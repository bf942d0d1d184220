import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { getYear } from '../../../../contracts/calendar/staff.ts'
import { call } from '../../../api/client.ts'
import type { SpecialDays } from './left.ts'

/** Days off and days worked of last year, this and the next: a term may lie over New Year. */
export function useSpecialDays(): SpecialDays {
  const [year] = useState(() => new Date().getFullYear())
  const found = useQueries({
    queries: [year - 1, year, year + 1].map((one) => ({
      queryKey: ['calendar', 'year', one],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(getYear, { params: { year: one } }, { signal }),
      staleTime: 60 * 60_000,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data?.days ?? []),
  })
  return useMemo(() => new Map(found.map(({ day, kind }) => [day, kind])), [found])
}

/** The moment, moved on each half minute while the page is looked at. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const beat = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(beat)
  }, [])
  return now
}
