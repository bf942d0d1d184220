import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptClaim, declineClaim } from '../../../../contracts/petitions/handling.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import {
  type DeclineGround,
  declineNames,
  type LimitClass,
  limitClassNames,
} from '../../../../contracts/petitions/words.ts'
import { call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { CategoryPick } from '../file/CategoryPick.tsx'
import { useChoices } from '../names.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

/** 受理, under the category that it belongs to. */
export function Accept({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  return (
    <StepDialog<{ category: string; limitClass: LimitClass }>
      claim={claim}
      deed="accept"
      onClose={onClose}
      initial={{ category: claim.category, limitClass: claim.limitClass }}
      send={(entered, { seen, key }) =>
        call(acceptClaim, { params: { id: claim.id }, body: { ...entered, seen } }, { key })
      }
    >
      <Field name="category" label={t('claim.category')} required>
        <CategoryPick />
      </Field>
      <Field name="limitClass" label={t('claim.limitClass')} hint={t('field.limitClassHint')} required>
        <Select options={choices(limitClassNames)} />
      </Field>
    </StepDialog>
  )
}

/** 不予受理: the ground says which channel is right, and the reporter reads it. */
export function Decline({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  return (
    <StepDialog<{ ground: DeclineGround; note?: string }>
      claim={claim}
      deed="decline"
      onClose={onClose}
      send={(entered, { seen, key }) =>
        call(declineClaim, { params: { id: claim.id }, body: { ...entered, seen } }, { key })
      }
    >
      <Field name="ground" label={t('field.ground')} required>
        <Select options={choices(declineNames)} />
      </Field>
      <Field name="note" label={t('field.noteOptional')} hint={t('field.reporterReads')}>
        <Input.TextArea rows={3} maxLength={longest.note} />
      </Field>
    </StepDialog>
  )
}
