import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhistleRow } from '../../../../contracts/petitions/whistles.ts'
import { useNow } from '../marks/useCalendar.ts'
import { type StateKind, StateTag } from '../../../parts/marks/StateTag.tsx'

const kinds: Record<WhistleRow['state'], StateKind> = { open: 'doing', ended: 'done', cancelled: 'ended' }

export function WhistleTag({ state }: { state: WhistleRow['state'] }): ReactNode {
  const { t } = useTranslation('petitions')
  return <StateTag kind={kinds[state]} word={t(`whistle.state.${state}`)} />
}

/** How the called stand: in time, late, or still awaited. */
export function CallTag({ call, due }: { call: WhistleRow['calls'][number]; due: string }): ReactNode {
  const { t } = useTranslation('petitions')
  const now = useNow()
  if (call.checkedInAt !== null)
    return (
      <StateTag
        kind={call.inTime === false ? 'warning' : 'done'}
        word={t(call.inTime === false ? 'whistle.late' : 'whistle.inTime')}
      />
    )
  const over = call.inTime === false || Date.parse(due) < now.getTime()
  return (
    <StateTag kind={over ? 'overdue' : 'waiting'} word={t(over ? 'whistle.missing' : 'whistle.awaited')} />
  )
}
