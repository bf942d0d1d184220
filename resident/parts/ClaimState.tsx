import type { ReactNode } from 'react'
import type { PublicState } from '../../contracts/petitions/public-words.ts'
import { useWords } from '../app/words.ts'
import { Tag } from './Tag.tsx'

const over: ReadonlySet<PublicState> = new Set(['solved', 'partly', 'ended', 'withdrawn', 'joined'])

/** Where a claim stands, as a sign and a word. */
export function ClaimState({ state }: { state: PublicState }): ReactNode {
  const { t } = useWords()
  return <Tag tone={over.has(state) ? 'done' : 'running'}>{t(`claimState.${state}`)}</Tag>
}
