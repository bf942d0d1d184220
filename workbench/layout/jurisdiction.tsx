import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Me } from '../../contracts/accounts/staff.ts'
import { useMe } from '../api/session.ts'
import { recall, remember } from '../app/remember.ts'

export interface OwnPlace {
  id: string
  name: string
}

interface Jurisdiction {
  /** Places this person was given, each with all below it. */
  own: OwnPlace[]
  /** The place now looked at; null for roles bound to a body, not to a place. */
  place: OwnPlace | null
  choose: (id: string) => void
}

const Chosen = createContext<Jurisdiction>({ own: [], place: null, choose: () => undefined })

/** Each granted place once, in the order granted. */
export function placesOf(me: Me): OwnPlace[] {
  const places = new Map<string, OwnPlace>()
  for (const { placeId, placeName } of me.grants) {
    if (placeId !== null && placeName !== null) places.set(placeId, { id: placeId, name: placeName })
  }
  return [...places.values()]
}

export function JurisdictionProvider({ children }: { children: ReactNode }): ReactNode {
  const me = useMe()
  const own = useMemo(() => placesOf(me), [me])
  const key = `place:${me.accountId}`
  const [id, setId] = useState(() => recall(key))
  const value = useMemo(
    () => ({
      own,
      place: own.find((place) => place.id === id) ?? own[0] ?? null,
      choose(next: string) {
        remember(key, next)
        setId(next)
      },
    }),
    [own, id, key],
  )
  return <Chosen value={value}>{children}</Chosen>
}

export function useJurisdiction(): Jurisdiction {
  return useContext(Chosen)
}
