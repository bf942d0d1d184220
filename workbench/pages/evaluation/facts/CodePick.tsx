import type { ReactNode } from 'react'
import { listBodies, listPlaces } from '../../../../contracts/organisations/staff.ts'
import { type PlaceKind, placeKinds } from '../../../../contracts/organisations/words.ts'
import { call } from '../../../api/client.ts'
import { type Choice, type PickProps, RemotePick } from '../../../parts/pick/RemotePick.tsx'

async function places(kinds: readonly PlaceKind[], text: string, signal: AbortSignal): Promise<Choice[]> {
  const pages = await Promise.all(
    kinds.map((kind) =>
      call(listPlaces, { query: { kind, text: text || undefined, limit: 30 } }, { signal }),
    ),
  )
  return pages.flatMap(({ rows }) =>
    rows.map(({ code, name, parentName }) => ({
      value: code,
      label: name,
      note: [parentName, code].filter((part) => part !== null).join(' · '),
    })),
  )
}

/** A place by name or code; what is picked is its code, which facts are recorded under. */
export function PlaceCodePick({ kinds, ...rest }: PickProps & { kinds: readonly string[] }): ReactNode {
  const known = placeKinds.filter((kind) => kinds.includes(kind))
  return (
    <RemotePick
      {...rest}
      about={['place-codes', known]}
      find={(text, signal) => places(known, text, signal)}
    />
  )
}

async function enterprises(text: string, signal: AbortSignal): Promise<Choice[]> {
  const { rows } = await call(
    listBodies,
    { query: { kind: 'enterprise', text: text || undefined, limit: 30 } },
    { signal },
  )
  return rows.flatMap(({ uscc, name }) => (uscc === null ? [] : [{ value: uscc, label: name, note: uscc }]))
}

/** An enterprise by name or code; what is picked is its unified social credit code. */
export function EnterpriseCodePick(props: PickProps): ReactNode {
  return <RemotePick {...props} about={['enterprise-codes']} find={enterprises} />
}
