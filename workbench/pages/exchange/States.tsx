import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type AttemptFault,
  attemptFaultNames,
  type DeliveryState,
  deliveryStateNames,
  type SubscriptionState,
} from '../../../contracts/exchange/words.ts'
import { type StateKind, StateTag } from '../../parts/marks/StateTag.tsx'
import { useEnglish } from '../../parts/words.ts'

const deliveryKinds: Record<DeliveryState, StateKind> = {
  waiting: 'waiting',
  delivered: 'done',
  'given-up': 'refused',
}
const subscriptionKinds: Record<SubscriptionState, StateKind> = {
  active: 'done',
  paused: 'warning',
  ended: 'ended',
}

export function DeliveryTag({ state }: { state: DeliveryState }): ReactNode {
  const language = useEnglish() ? 'en' : 'zh'
  return <StateTag kind={deliveryKinds[state]} word={deliveryStateNames[state][language]} />
}

export function SubscriptionTag({ state }: { state: SubscriptionState }): ReactNode {
  const { t } = useTranslation('exchange')
  return <StateTag kind={subscriptionKinds[state]} word={t(`state.${state}`)} />
}

/** What the receiver said, or why it said nothing. */
export function Outcome({ status, fault }: { status: number | null; fault: AttemptFault | null }): ReactNode {
  const language = useEnglish() ? 'en' : 'zh'
  const { t } = useTranslation('exchange')
  if (status === null && fault === null) return <span className="gz-faint">{t('notYet')}</span>
  return (
    <>
      {status !== null && <span className="gz-number">HTTP {status}</span>}{' '}
      {fault !== null && <span className="gz-faint">{attemptFaultNames[fault][language]}</span>}
    </>
  )
}
