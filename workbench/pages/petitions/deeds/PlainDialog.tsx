import { Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { Field } from '../../../parts/form/Field.tsx'
import type { Deed } from './deeds.ts'
import { plainDeeds } from './plain-deeds.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

interface Entered {
  reason?: string
  note?: string
  plan?: string
}

/** A step with one text, or none. */
export function PlainDialog({ deed, ...props }: DeedProps & { deed: Deed }): ReactNode {
  const { t } = useTranslation('petitions')
  const plain = plainDeeds[deed]
  if (!plain) return null
  const { field, required = false, send } = plain
  const hint =
    deed === 'handle' ? t('field.planHint') : deed === 'supervise' ? t('field.superviseHint') : undefined
  return (
    <StepDialog<Entered>
      {...props}
      deed={deed}
      send={(entered, { seen, key }) =>
        send({ id: props.claim.id, text: (field && entered[field]) ?? '', seen }, { key })
      }
    >
      {field && (
        <Field
          name={field}
          label={t(required ? `field.${field}` : 'field.noteOptional')}
          required={required}
          {...(hint === undefined ? {} : { hint })}
        >
          <Input.TextArea rows={4} maxLength={field === 'reason' ? longest.reason : longest.note} showCount />
        </Field>
      )}
    </StepDialog>
  )
}
