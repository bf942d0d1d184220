import { Checkbox, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { trialEvent } from '../../../contracts/exchange/events.ts'
import { Field } from '../../parts/form/Field.tsx'
import { useEventNames } from './event-names.ts'

export interface SubscriptionEntered {
  name: string
  url: string
  events: string[]
}

export function SubscriptionFields(): ReactNode {
  const { t } = useTranslation('exchange')
  return (
    <>
      <Field name="name" label={t('name')} hint={t('nameHint')} required>
        <Input maxLength={60} />
      </Field>
      <Field name="url" label={t('url')} hint={t('urlHint')} required>
        <Input type="url" maxLength={500} inputMode="url" spellCheck={false} autoComplete="off" />
      </Field>
      <Field name="events" label={t('events')} required>
        <EventsPick />
      </Field>
    </>
  )
}

interface EventsPickProps {
  id?: string
  value?: string[]
  onChange?: (names: string[]) => void
}

/** Takes of the field's own attributes only those that a group may bear. */
function EventsPick({ id, value = [], onChange }: EventsPickProps): ReactNode {
  const { t } = useTranslation('exchange')
  // A trial is sent to one receiver on request, whatever it subscribed to.
  const names = useEventNames().filter(({ value: name }) => name !== trialEvent.name)
  return (
    <Checkbox.Group
      {...(id === undefined ? {} : { id })}
      className="gz-webhook-events"
      aria-label={t('events')}
      options={names}
      value={value}
      onChange={(chosen) => onChange?.(chosen)}
    />
  )
}
