import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { compoundType, enclosure, managementMode } from '../../../../contracts/organisations/words.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'

/** The fields of a profile, the same for a new compound and for one that is changed. */
export function ProfileFields(): ReactNode {
  const { t } = useTranslation('organisations')
  return (
    <>
      <Field name="type" label={t('compounds.type')} hint={t('compounds.typeHint')} clause="A.2.4" required>
        <Select
          options={compoundType.options.map((value) => ({ value, label: t(`compoundType.${value}`) }))}
        />
      </Field>
      <Field name="managementMode" label={t('compounds.mode')} hint={t('compounds.modeHint')} required>
        <Select
          options={managementMode.options.map((value) => ({ value, label: t(`managementMode.${value}`) }))}
        />
      </Field>
      <Field
        name="households"
        label={t('compounds.households')}
        hint={t('compounds.householdsHint')}
        required
      >
        <InputNumber min={1} precision={0} suffix={t('unit.households')} />
      </Field>
      <Field name="buildings" label={t('compounds.buildings')} hint={t('compounds.buildingsHint')} required>
        <InputNumber min={1} precision={0} suffix={t('unit.buildings')} />
      </Field>
      <Field
        name="area"
        label={t('compounds.area')}
        hint={t('compounds.areaHint')}
        required
        rules={[{ pattern: /^\d+(\.\d{1,2})?$/, message: t('compounds.areaShape') }]}
      >
        <Input inputMode="decimal" suffix={t('unit.area')} />
      </Field>
      <Field name="enclosure" label={t('compounds.enclosure')} required>
        <Select options={enclosure.options.map((value) => ({ value, label: t(`enclosure.${value}`) }))} />
      </Field>
      <Field name="renovatedOn" label={t('compounds.renovated')} hint={t('compounds.renovatedHint')}>
        <DayInput />
      </Field>
      <Field
        name="committeeImpossibleReason"
        label={t('compounds.impossible')}
        hint={t('compounds.impossibleHint')}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Field>
    </>
  )
}

/** Blank optional fields travel as null. */
export function optional(text: string | null | undefined): string | null {
  const tidy = text?.trim() ?? ''
  return tidy === '' ? null : tidy
}
