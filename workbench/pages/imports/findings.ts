import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Finding } from '../../../contracts/imports/staff.ts'
import { listFindings } from '../../../contracts/imports/staff.ts'
import { call } from '../../api/client.ts'

/** Rows to correct or to decide on, a page at a time: a sheet of 100,000 rows may have as many faults. */
export function useFindings(id: string, outcome: Finding['outcome']) {
  /** Keys of the pages passed, the current last; undefined is the first page's. */
  const [keys, setKeys] = useState<(string | undefined)[]>([undefined])
  const after = keys.at(-1)
  const asked = useQuery({
    queryKey: ['imports', 'findings', id, outcome, after],
    queryFn: ({ signal }) => call(listFindings, { params: { id }, query: { outcome, after } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return {
    ...asked,
    page: keys.length,
    forward: (next: string) => setKeys((before) => [...before, next]),
    back: () => setKeys((before) => before.slice(0, -1)),
  }
}
