import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Me } from '../../contracts/accounts/staff.ts'
import { useMe } from '../api/session.ts'
import { recall, remember } from '../app/remember.ts'

export interface Place {
  id: string
  name: string
}

interface Jurisdiction {
  /** Places this person was given, each with all below it. */
  own: Place[]
  /** The place now looked at: own or below; null for roles bound to a body, not to a place. */
  place: Place | null
  choose: (place: Place, root: string) => void
}

const Chosen = createContext<Jurisdiction>({ own: [], place: null, choose: () => undefined })

/** Each granted place once, in the order granted. */
function placesOf(me: Me): Place[] {
  const places = new Map<string, Place>()
  for (const { placeId, placeName } of me.grants) {
    if (placeId !== null && placeName !== null) places.set(placeId, { id: placeId, name: placeName })
  }
  return [...places.values()]
}

/** The remembered choice, unless the grant it lay under is no longer held. */
export function chosenOf(own: Place[], remembered: string | null): Place | null {
  const [root, id, ...name] = remembered?.split(' ') ?? []
  const held = own.some((place) => place.id === root)
  return held && id !== undefined ? { id, name: name.join(' ') } : (own[0] ?? null)
}

export function JurisdictionProvider({ children }: { children: ReactNode }): ReactNode {
  const me = useMe()
  const key = `place:${me.accountId}`
  const [remembered, setRemembered] = useState(() => recall(key))
  const value = useMemo(() => {
    const own = placesOf(me)
    return {
      own,
      place: chosenOf(own, remembered),
      choose(place: Place, root: string) {
        const next = `${root} ${place.id} ${place.name}`
        remember(key, next)
        setRemembered(next)
      },
    }
  }, [me, remembered, key])
  return <Chosen value={value}>{children}</Chosen>
}

export function useJurisdiction(): Jurisdiction {
  return useContext(Chosen)
}
