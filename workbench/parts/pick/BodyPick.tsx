import type { ReactNode } from 'react'
import { listBodies } from '../../../contracts/organisations/staff.ts'
import type { BodyKind } from '../../../contracts/organisations/words.ts'
import { call } from '../../api/client.ts'
import { type Choice, type PickProps, RemotePick } from './RemotePick.tsx'

interface BodyPickProps extends PickProps {
  kinds: readonly BodyKind[]
  /** What the contract asks for: the id, or the unified social credit code. */
  by?: 'id' | 'uscc'
}

async function find(
  kinds: readonly BodyKind[],
  by: 'id' | 'uscc',
  text: string,
  signal: AbortSignal,
): Promise<Choice[]> {
  const ofEach = kinds.map((kind) =>
    call(listBodies, { query: { kind, text: text || undefined, limit: 30 } }, { signal }),
  )
  return (await Promise.all(ofEach)).flatMap(({ rows }) =>
    rows.map(({ id, name, uscc, placeName }) => ({
      value: by === 'id' ? id : (uscc ?? ''),
      label: name,
      note: [placeName, uscc].filter((part) => part !== null).join(' · '),
    })),
  )
}

/** A body of the kinds that fit, by name, pinyin, initials or code. */
export function BodyPick({ kinds, by = 'id', ...rest }: BodyPickProps): ReactNode {
  return (
    <RemotePick
      {...rest}
      about={['bodies', kinds, by]}
      find={(text, signal) => find(kinds, by, text, signal)}
    />
  )
}
