import type { ReactNode } from 'react'
import { listPlaces } from '../../../contracts/organisations/staff.ts'
import type { PlaceKind } from '../../../contracts/organisations/words.ts'
import { call } from '../../api/client.ts'
import { type Choice, type PickProps, RemotePick } from './RemotePick.tsx'

async function find(kind: PlaceKind | undefined, text: string, signal: AbortSignal): Promise<Choice[]> {
  const { rows } = await call(listPlaces, { query: { kind, text: text || undefined, limit: 50 } }, { signal })
  return rows.map(({ id, name, code, parentName }) => ({
    value: id,
    label: name,
    note: [parentName, code].filter((part) => part !== null).join(' · '),
  }))
}

/** A place within one's own jurisdiction, by name, pinyin, initials or code; `kind` when only one level fits. */
export function PlacePick({ kind, ...rest }: PickProps & { kind?: PlaceKind | undefined }): ReactNode {
  return <RemotePick {...rest} about={['places', kind]} find={(text, signal) => find(kind, text, signal)} />
}
