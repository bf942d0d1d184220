import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { recordedProvenance } from '../../../../contracts/evaluation/words.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { useLimitText } from '../../standards/limit-text.ts'
import { usePick } from '../../standards/names.ts'
import { rowQuery } from '../../standards/queries.ts'
import type { FactDefinition } from '../queries.ts'
import { PlaceCodePick } from './CodePick.tsx'
import type { Entered } from './entered.ts'
import { ReadingFields } from './ReadingFields.tsx'

interface FactFieldsProps {
  fact: FactDefinition
  edition: string
}

/** The fields that a fact's shape asks for, with what its row says about them. */
export function FactFields({ fact, edition }: FactFieldsProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const { t: parts } = useTranslation('parts')
  const pick = usePick()
  const limitText = useLimitText()
  const form = Form.useFormInstance<Entered>()
  const skipped = Form.useWatch('notApplicable', form) === true
  const row = fact.rows[0]
  const { data: papers } = useQuery({
    ...rowQuery(edition, row ?? ''),
    enabled: row !== undefined && edition !== '',
  })
  const limits = papers?.limits
    .map((limit) => `${pick(limit.title, limit.titleEn)} ${limitText(limit.value, limit.unit)}`)
    .join(t('semicolon'))
  const reads = papers?.fact ? pick(papers.fact.reads, papers.fact.readsEn) : undefined
  return (
    <>
      {(reads !== undefined || limits) && (
        <div className="gz-fact-note">
          {reads !== undefined && <p>{reads}</p>}
          {limits && <p className="gz-faint">{limits}</p>}
        </div>
      )}
      {fact.shape !== 'deduction' && (
        <Form.Item name="notApplicable" valuePropName="checked">
          <Checkbox>{t('declare.notApplicable')}</Checkbox>
        </Form.Item>
      )}
      {!skipped && <ReadingFields fact={fact} papers={papers} />}
      {fact.shape === 'deduction' && (
        <Field
          name="incident"
          label={t('declare.incident')}
          hint={t('declare.incidentHint')}
          clause="A.3.3"
          required
        >
          <Input maxLength={60} />
        </Field>
      )}
      {fact.perProject && (
        <Field name="project" label={t('declare.project')} hint={t('declare.projectHint')} clause="A.3.2">
          <PlaceCodePick kinds={['compound']} />
        </Field>
      )}
      {(fact.shape === 'grade' || fact.perProject) && (
        <Field name="grader" label={t('declare.grader')} hint={t('declare.graderHint')}>
          <Input maxLength={60} />
        </Field>
      )}
      <Field name="provenance" label={t('declare.provenance')} required>
        <Select
          options={recordedProvenance.options.map((value) => ({
            value,
            label: parts(`provenance.${value}`),
          }))}
        />
      </Field>
      <Field
        name="evidence"
        label={t('declare.evidence')}
        hint={
          papers && papers.evidence.length > 0
            ? t('declare.evidenceOf', { papers: papers.evidence.join(t('comma')) })
            : t('declare.evidenceHint')
        }
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
      <Field
        name="note"
        label={t(skipped ? 'declare.reason' : 'declare.note')}
        required={skipped}
        {...(skipped ? { hint: t('declare.reasonHint') } : {})}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </>
  )
}
