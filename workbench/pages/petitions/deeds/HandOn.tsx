import { useQuery } from '@tanstack/react-query'
import { Input, InputNumber, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dispatchClaim, listHandlers, transferClaim } from '../../../../contracts/petitions/handling.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { sendClaimBack } from '../../../../contracts/petitions/terms.ts'
import { type CallOptions, call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { HandlerField, handlerOf, type Handlers, wordOf } from './HandlerField.tsx'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

type HandingOn = 'dispatch' | 'transfer' | 'send-back'
interface Entered {
  to: string
  note?: string
  reason?: string
  workingDays?: number
}

/** Given to somebody: sent out, handed on, or sent back by the level above with a term. */
export function HandOn({ deed, claim, onClose }: DeedProps & { deed: HandingOn }): ReactNode {
  const { t } = useTranslation('petitions')
  const { data, error, refetch } = useQuery({
    queryKey: ['petitions-handlers', claim.id],
    queryFn: ({ signal }) => call(listHandlers, { params: { id: claim.id } }, { signal }),
  })
  if (!data)
    return (
      <Modal open title={t(`deed.${deed}`)} footer={null} onCancel={onClose}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
      </Modal>
    )
  const { proposed } = data
  const now = claim.handler && wordOf(claim.handler)
  const first = deed === 'send-back' ? now : proposed && wordOf(proposed)
  return (
    <StepDialog<Entered>
      claim={claim}
      deed={deed}
      onClose={onClose}
      initial={{ ...(first ? { to: first } : {}), workingDays: 3 }}
      more={deed === 'dispatch' && proposed === null ? <p>{t('field.noneProposed')}</p> : undefined}
      send={({ to, ...rest }, { seen, key }) => send(deed, claim.id, { ...rest, to, seen }, data, { key })}
    >
      <Field name="to" label={t('field.handler')} required>
        <HandlerField handlers={deed === 'send-back' ? withNow(data, claim.handler) : data} />
      </Field>
      {deed === 'send-back' && (
        <Field name="workingDays" label={t('field.term')} required>
          <InputNumber min={1} max={30} precision={0} suffix={t('field.workingDays')} />
        </Field>
      )}
      {deed === 'transfer' ? (
        <Field name="reason" label={t('field.reason')} required>
          <Input.TextArea rows={3} maxLength={longest.reason} />
        </Field>
      ) : (
        <Field
          name="note"
          label={t(deed === 'send-back' ? 'field.note' : 'field.noteOptional')}
          required={deed === 'send-back'}
        >
          <Input.TextArea rows={3} maxLength={longest.note} />
        </Field>
      )}
    </StepDialog>
  )
}

/** Whoever has it may be asked again. */
function withNow(handlers: Handlers, now: DeedProps['claim']['handler']): Handlers {
  const all = [...(handlers.proposed ? [handlers.proposed] : []), ...handlers.others]
  if (!now || all.some((one) => wordOf(one) === wordOf(now))) return handlers
  return { ...handlers, others: [{ ...now, why: '' }, ...handlers.others] }
}

function send(
  deed: HandingOn,
  id: string,
  { to: word, note = '', reason = '', workingDays = 1, seen }: Entered & { seen: number },
  { proposed }: Handlers,
  options: CallOptions,
): Promise<unknown> {
  const to = handlerOf(word)
  if (deed === 'transfer') return call(transferClaim, { params: { id }, body: { to, reason, seen } }, options)
  if (deed === 'send-back')
    return call(sendClaimBack, { params: { id }, body: { to, workingDays, note, seen } }, options)
  // What contract and duty list say brings along whom they ask besides.
  const chosen = proposed && wordOf(proposed) === word ? {} : { to }
  return call(dispatchClaim, { params: { id }, body: { ...chosen, note, seen } }, options)
}
