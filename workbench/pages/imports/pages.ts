import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Finding, listFindings, listOutcomes, type Outcome } from '../../../contracts/imports/staff.ts'
import type { RunState } from '../../../contracts/imports/words.ts'
import { call } from '../../api/client.ts'
import type { PageOf } from '../../parts/list/types.ts'

type Load<Row> = (after: string | undefined, signal: AbortSignal) => Promise<PageOf<Row>>

/** Rows of an import, a page at a time: a sheet of 100,000 rows may have as many faults. */
function usePages<Row>(key: readonly string[], load: Load<Row>) {
  /** Keys of the pages passed, the current last; undefined is the first page's. */
  const [keys, setKeys] = useState<(string | undefined)[]>([undefined])
  const after = keys.at(-1)
  const asked = useQuery({
    queryKey: ['imports', ...key, after],
    queryFn: ({ signal }) => load(after, signal),
    placeholderData: keepPreviousData,
  })
  return {
    ...asked,
    page: keys.length,
    forward: (next: string) => setKeys((before) => [...before, next]),
    back: () => setKeys((before) => before.slice(0, -1)),
  }
}

/** Rows to correct or to decide on. */
export const useFindings = (id: string, outcome: Finding['outcome']) =>
  usePages(['findings', id, outcome], (after, signal) =>
    call(listFindings, { params: { id }, query: { outcome, after } }, { signal }),
  )

/** With what they fill in or change each takes several lines. */
const most = (state: RunState) => (state === 'imported' ? 50 : 20)

/** Rows that add or change a record; what the check told is told anew by the import. */
export const useOutcomes = (id: string, state: RunState, outcome: Outcome['outcome']) =>
  usePages(['outcomes', id, state, outcome], (after, signal) =>
    call(listOutcomes, { params: { id }, query: { outcome, after, limit: most(state) } }, { signal }),
  )
