import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Goto } from '../../parts/Goto.tsx'
import { paperAddress } from './addresses.ts'
import { usePick } from './names.ts'
import { rulingsQuery } from './queries.ts'
import './table.css'

/** How the ruling reads and why, in one small line under what it explains; its number opens it. */
export function RulingNote({ id }: { id: string }): ReactNode {
  const pick = usePick()
  const { data } = useQuery(rulingsQuery)
  const ruling = data?.rulings.find((one) => one.id === id)
  if (!ruling) return null
  return (
    <span className="gz-faint">
      <Goto to={paperAddress('ruling', id)} className="gz-ruling-chip gz-number">
        {id}
      </Goto>{' '}
      {pick(ruling.reading, ruling.readingEn)} {pick(ruling.reason, ruling.reasonEn)}
    </span>
  )
}
