import { useState } from 'react'
import { v4 as uuid } from 'uuid'
import type { PlaceHit } from '../../api/claims.ts'
import { recall, remember } from '../../app/remember.ts'

/** What somebody has written so far; who he is never stays in the browser. */
export interface Draft {
  /** Of this submission: the same claim sent twice is one. */
  key: string
  category: string | null
  place: PlaceHit | null
  spot: string
  content: string
  forRelative: boolean
  sealed: boolean
  agreesToPublish: boolean
}

const draftKey = 'report-draft'
const placeKey = 'report-place'

const fresh = (): Draft => ({
  key: uuid(),
  category: null,
  place: read(placeKey) as PlaceHit | null,
  spot: '',
  content: '',
  forRelative: false,
  sealed: false,
  agreesToPublish: false,
})

function read(key: string): unknown {
  try {
    return JSON.parse(recall(key) ?? 'null')
  } catch {
    return null
  }
}

/** The draft of this browser, kept with every change; the last place is offered again next time. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>(() => ({ ...fresh(), ...(read(draftKey) as Draft | null) }))
  const change = (part: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...part }
      remember(draftKey, JSON.stringify(after))
      return after
    })
  const done = () => {
    remember(draftKey, null)
    if (draft.place) remember(placeKey, JSON.stringify(draft.place))
    setDraft(fresh())
  }
  return { draft, change, done }
}
