import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import {
  askExtension,
  askSuspension,
  settleExtension,
  settleSuspension,
} from '../../../../contracts/petitions/terms.ts'
import { call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { claimQuery } from '../claim/claim-query.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

/** 申请延期 or 申请挂起: how many working days, and why. */
export function AskTime({
  deed,
  claim,
  onClose,
}: DeedProps & { deed: 'ask-extension' | 'ask-suspension' }): ReactNode {
  const { t } = useTranslation('petitions')
  const ask = deed === 'ask-extension' ? askExtension : askSuspension
  return (
    <StepDialog<{ days: number; reason: string }>
      claim={claim}
      deed={deed}
      onClose={onClose}
      send={(entered, { seen, key }) =>
        call(ask, { params: { id: claim.id }, body: { ...entered, seen } }, { key })
      }
    >
      <Field name="days" label={t('field.days')} required>
        <InputNumber min={1} precision={0} suffix={t('field.workingDays')} />
      </Field>
      <Field name="reason" label={t('field.reason')} required>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </StepDialog>
  )
}

/** What was asked for is granted or not, by the level above. */
export function SettleTime({
  deed,
  claim,
  onClose,
}: DeedProps & { deed: 'settle-extension' | 'settle-suspension' }): ReactNode {
  const { t } = useTranslation('petitions')
  const { data } = useQuery(claimQuery(claim.id))
  const settle = deed === 'settle-extension' ? settleExtension : settleSuspension
  return (
    <StepDialog<{ granted: 'yes' | 'no'; reason?: string }>
      claim={claim}
      deed={deed}
      onClose={onClose}
      more={
        data?.asked && (
          <p className="gz-asked">
            {t('field.asked', {
              who: claim.handler?.name ?? '',
              count: data.asked.days,
              reason: data.asked.reason,
            })}
          </p>
        )
      }
      send={({ granted, reason = '' }, { seen, key }) =>
        call(
          settle,
          { params: { id: claim.id }, body: { granted: granted === 'yes', reason, seen } },
          { key },
        )
      }
    >
      <SettleFields />
    </StepDialog>
  )
}

function SettleFields(): ReactNode {
  const { t } = useTranslation('petitions')
  const refuses = Form.useWatch('granted') === 'no'
  return (
    <>
      <Field name="granted" label={t('field.decision')} required>
        <Radio.Group
          className="gz-choices"
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`field.granted.${value}`) }))}
        />
      </Field>
      <Field name="reason" label={t(refuses ? 'field.reason' : 'field.noteOptional')} required={refuses}>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </>
  )
}
