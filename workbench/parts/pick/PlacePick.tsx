import type { ReactNode } from 'react'
import { listPlaces } from '../../../contracts/organisations/staff.ts'
import type { PlaceKind } from '../../../contracts/organisations/words.ts'
import { call } from '../../api/client.ts'
import { type Choice, type PickProps, RemotePick } from './RemotePick.tsx'

interface PlacePickProps extends PickProps {
  /** When only one level fits. */
  kind?: PlaceKind | undefined
  /** What the contract asks for: the id, or the official code. */
  by?: 'id' | 'code'
}

async function find(
  kind: PlaceKind | undefined,
  by: 'id' | 'code',
  text: string,
  signal: AbortSignal,
): Promise<Choice[]> {
  const { rows } = await call(listPlaces, { query: { kind, text: text || undefined, limit: 50 } }, { signal })
  return rows.map(({ id, name, code, parentName }) => ({
    value: by === 'id' ? id : code,
    label: name,
    note: [parentName, code].filter((part) => part !== null).join(' · '),
  }))
}

/** A place within one's own jurisdiction, by name, pinyin, initials or code. */
export function PlacePick({ kind, by = 'id', ...rest }: PlacePickProps): ReactNode {
  return (
    <RemotePick
      {...rest}
      about={['places', kind, by]}
      find={(text, signal) => find(kind, by, text, signal)}
    />
  )
}
