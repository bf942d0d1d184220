import { AutoComplete, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import type { listNegativeRows } from '../../../contracts/findings/staff.ts'
import { longest } from '../../../contracts/findings/words.ts'
import { EvidenceField } from '../../parts/evidence/EvidenceField.tsx'
import { DayInput } from '../../parts/form/DayInput.tsx'
import { Field } from '../../parts/form/Field.tsx'

export type NegativeRow = Answer<typeof listNegativeRows>['rows'][number]

/** What the official finding says, as it is typed. */
export interface FindingEntered {
  severity: string
  issuer: string
  documentNumber: string
  foundOn: string
  summary: string
  documentIds: Evidence[]
}

export const sentFinding = ({
  severity,
  issuer,
  documentNumber,
  foundOn,
  summary,
  documentIds,
}: FindingEntered) => ({
  severity,
  issuer,
  documentNumber,
  foundOn,
  summary,
  documentIds: documentIds.map(({ id }) => id),
})

/** Severity by the row's scale or by the finding's own points, and the paper that says so. */
export function FindingFields({ row }: { row: NegativeRow | undefined }): ReactNode {
  const { t } = useTranslation('findings')
  const options = (row?.severities ?? []).map(({ name, points }) => ({
    value: name,
    label: t('severityOf', { name, points }),
  }))
  return (
    <>
      <Field
        name="severity"
        label={t('severity')}
        hint={row && t('severityHint', { least: row.least, most: row.most })}
        clause="A.3.3"
        required
      >
        <AutoComplete options={options} />
      </Field>
      <Field name="issuer" label={t('issuer')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="documentNumber" label={t('documentNumber')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="foundOn" label={t('foundOn')} required>
        <DayInput />
      </Field>
      <Field name="summary" label={t('summary')} hint={t('summaryHint')} required>
        <Input.TextArea rows={4} maxLength={longest.summary} />
      </Field>
      <Field name="documentIds" label={t('findingFile')} required>
        <EvidenceField most={12} />
      </Field>
    </>
  )
}
