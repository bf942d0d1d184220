import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { excludeClaim, markKey } from '../../../../contracts/petitions/marks.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import {
  type ClaimLevel,
  type Exclusion,
  exclusionNames,
  levelNames,
} from '../../../../contracts/petitions/words.ts'
import { call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { useChoices } from '../names.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

const { project: _, ...officeNames } = levelNames

/** 列入重点难点清单: on whose list, and how it is looked after there. */
export function MarkKey({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  return (
    <StepDialog<{
      level: Exclude<ClaimLevel, 'project'>
      complex?: boolean
      supervised?: boolean
      note?: string
    }>
      claim={claim}
      deed="mark-key"
      onClose={onClose}
      send={(entered, { seen, key }) =>
        call(markKey, { params: { id: claim.id }, body: { ...entered, seen } }, { key })
      }
    >
      <Field name="level" label={t('field.list')} clause="6.4.3" required>
        <Select options={choices(officeNames)} />
      </Field>
      <Field name="complex" label={t('field.complex')} valuePropName="checked">
        <Checkbox>{t('field.complexMeans')}</Checkbox>
      </Field>
      <Field name="supervised" label={t('field.supervised')} valuePropName="checked">
        <Checkbox>{t('field.supervisedMeans')}</Checkbox>
      </Field>
      <Field name="note" label={t('field.noteOptional')}>
        <Input.TextArea rows={3} maxLength={longest.note} />
      </Field>
    </StepDialog>
  )
}

/** 不计入考核: which kind, and why; both stand with the claim. */
export function ExcludeDialog({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  return (
    <StepDialog<{ why: Exclusion; reason: string }>
      claim={claim}
      deed="exclude"
      onClose={onClose}
      send={(entered, { seen, key }) =>
        call(excludeClaim, { params: { id: claim.id }, body: { ...entered, seen } }, { key })
      }
    >
      <Field name="why" label={t('field.why')} required>
        <Select options={choices(exclusionNames)} />
      </Field>
      <Field name="reason" label={t('field.reason')} required>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </StepDialog>
  )
}
