import { Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  changeSubscription,
  rotateSecret,
  setSubscriptionState,
  type Subscription,
} from '../../../contracts/exchange/staff.ts'
import type { SubscriptionState } from '../../../contracts/exchange/words.ts'
import { useSubmit } from '../../api/submit.ts'
import { FormDialog } from '../../parts/form/FormDialog.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { type SubscriptionEntered, SubscriptionFields } from './SubscriptionFields.tsx'

export type Deed = 'change' | 'pause' | 'resume' | 'rotate' | 'end'

interface DialogsProps {
  deed: Deed
  subscription: Subscription
  onClose: () => void
  onChanged: () => Promise<void>
}

const states: Partial<Record<Deed, SubscriptionState>> = { pause: 'paused', resume: 'active', end: 'ended' }

export function SubscriptionDialogs({ deed, subscription, onClose, onChanged }: DialogsProps): ReactNode {
  const { t } = useTranslation('exchange')
  const { id, name, url, events } = subscription
  const change = useSubmit(changeSubscription)
  const set = useSubmit(setSubscriptionState)
  const rotate = useSubmit(rotateSecret)
  const [secret, setSecret] = useState<string | null>(null)
  const state = states[deed]
  const common = { title: t(`do.${deed}`), intro: t(`means.${deed}`), submitLabel: t(`do.${deed}`), onClose }
  if (secret !== null)
    return (
      <Modal
        open
        title={t('do.rotate')}
        closable={false}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('secret.kept')}
          </Button>
        }
      >
        <SecretOnce secret={secret} />
      </Modal>
    )
  if (deed === 'change')
    return (
      <FormDialog<SubscriptionEntered>
        {...common}
        name="change-webhook"
        initial={{ name, url, events }}
        submitLabel={t('save')}
        submit={async (entered) => {
          await change.mutateAsync({ params: { id }, body: entered })
          await onChanged()
        }}
      >
        <SubscriptionFields />
      </FormDialog>
    )
  return (
    <FormDialog<object>
      {...common}
      name={`${deed}-webhook`}
      staysOpen={deed === 'rotate'}
      submit={async () => {
        if (state) await set.mutateAsync({ params: { id }, body: { state } })
        else setSecret((await rotate.mutateAsync({ params: { id }, body: {} })).secret)
        await onChanged()
      }}
    />
  )
}
