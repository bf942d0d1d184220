import type { ReactNode } from 'react'
import type { Round } from '../api/queries.ts'
import { type Key, useWords } from '../app/words.ts'
import { Tag } from './Tag.tsx'

const stateOf = (round: Round): { key: Key; tone: 'running' | 'done' } => {
  if (round.kind === 'final') return { key: 'round.final', tone: 'done' }
  if (round.kind === 'correction') return { key: 'round.correction', tone: 'done' }
  return round.takesObjections
    ? { key: 'round.open', tone: 'running' }
    : { key: 'round.appeals', tone: 'running' }
}

/** How far a round is, as a word with a sign: never by colour alone. */
export function RoundTag({ round }: { round: Round }): ReactNode {
  const { t } = useWords()
  const { key, tone } = stateOf(round)
  return <Tag tone={tone}>{t(key)}</Tag>
}
