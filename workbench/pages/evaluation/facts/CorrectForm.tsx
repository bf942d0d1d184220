import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { declareFact } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'
import { SubmitForm } from '../../../parts/form/SubmitForm.tsx'
import { usePick } from '../../standards/names.ts'
import type { FactDefinition } from '../queries.ts'
import { type Beginnings, bodyOf, type Entered } from './entered.ts'
import { FactFields } from './FactFields.tsx'
import './facts.css'

interface CorrectFormProps {
  fact: FactDefinition
  edition: string
  /** Year, place and, for enterprises, the credit code stand fixed; the rest is as it was recorded. */
  initial: Beginnings
  /** Whether it was recorded before, so that changing it needs a reason. */
  corrects: boolean
  onDone: () => void
  onCancel: () => void
}

/** Records or corrects one fact beside the point it serves: subject and year are given. */
export function CorrectForm({
  fact,
  edition,
  initial,
  corrects,
  onDone,
  onCancel,
}: CorrectFormProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const { mutateAsync } = useSubmit(declareFact)
  const { year, place, uscc } = initial
  return (
    <>
      <p className="gz-fact-about">
        <strong>{pick(fact.title, fact.titleEn)}</strong>
        <span className="gz-faint">
          {t('declare.about', { name: uscc ? `${uscc.label}（${place.label}）` : place.label, year })}
        </span>
      </p>
      <SubmitForm<Entered>
        name="correct-fact"
        initial={{ ...initial, provenance: initial.provenance ?? usualProvenance(fact) }}
        submitLabel={t(corrects ? 'declare.correct' : 'declare.submit')}
        beside={<Button onClick={onCancel}>{t('cancel')}</Button>}
        submit={async (entered) => {
          await mutateAsync({ body: bodyOf({ ...initial, ...entered }) })
          onDone()
        }}
      >
        <FactFields fact={fact} edition={edition} />
        {corrects && <ReasonField label={t('declare.correctReason')} hint={t('declare.correctReasonHint')} />}
      </SubmitForm>
    </>
  )
}

/** How the rule-book says that the fact arrives; computed ones are not recorded by hand. */
export const usualProvenance = (fact: FactDefinition): Entered['provenance'] =>
  fact.provenance === 'computed' ? 'declared' : fact.provenance
