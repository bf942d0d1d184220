import type { ReactNode } from 'react'
import { listBodies } from '../../../contracts/organisations/staff.ts'
import type { BodyKind } from '../../../contracts/organisations/words.ts'
import { call } from '../../api/client.ts'
import { type Choice, type PickProps, RemotePick } from './RemotePick.tsx'

async function find(kinds: readonly BodyKind[], text: string, signal: AbortSignal): Promise<Choice[]> {
  const ofEach = kinds.map((kind) =>
    call(listBodies, { query: { kind, text: text || undefined, limit: 30 } }, { signal }),
  )
  return (await Promise.all(ofEach)).flatMap(({ rows }) =>
    rows.map(({ id, name, uscc, placeName }) => ({
      value: id,
      label: name,
      note: [placeName, uscc].filter((part) => part !== null).join(' · '),
    })),
  )
}

/** A body of the kinds that fit, by name, pinyin, initials or code. */
export function BodyPick({ kinds, ...rest }: PickProps & { kinds: readonly BodyKind[] }): ReactNode {
  return <RemotePick {...rest} about={['bodies', kinds]} find={(text, signal) => find(kinds, text, signal)} />
}
