import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { answerClaim, noteClaim } from '../../../../contracts/petitions/handling.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { type Outcome, outcomeNames } from '../../../../contracts/petitions/words.ts'
import { call } from '../../../api/client.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { useNamed } from '../names.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

type Answered = Exclude<Outcome, 'unknown'>
const answers = ['solved', 'partly', 'not-solvable', 'not-responsible'] as const satisfies readonly Answered[]
const idsOf = (evidence: Evidence[] = []) => evidence.map(({ id }) => id)

/** 答复: what came of it, in words for the reporter, with proof. */
export function AnswerDialog({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  return (
    <StepDialog<{ outcome: Answered; answer: string; documentIds?: Evidence[] }>
      claim={claim}
      deed="answer"
      onClose={onClose}
      send={({ documentIds, ...entered }, { seen, key }) =>
        call(
          answerClaim,
          { params: { id: claim.id }, body: { ...entered, documentIds: idsOf(documentIds), seen } },
          { key },
        )
      }
    >
      <Field name="outcome" label={t('field.outcome')} required>
        <Radio.Group
          className="gz-choices"
          options={answers.map((value) => ({ value, label: named(outcomeNames[value]) }))}
        />
      </Field>
      <Field name="answer" label={t('field.answer')} hint={t('field.answerHint')} required>
        <Input.TextArea rows={5} maxLength={longest.answer} showCount />
      </Field>
      <Field name="documentIds" label={t('field.proof')} hint={t('field.proofHint')} clause="6.4.3">
        <EvidenceField most={9} onTheSpot />
      </Field>
    </StepDialog>
  )
}

/** 补充情况, with photos where there are any. */
export function NoteDialog({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  return (
    <StepDialog<{ note: string; documentIds?: Evidence[] }>
      claim={claim}
      deed="note"
      onClose={onClose}
      send={({ note, documentIds }, { key }) =>
        call(
          noteClaim,
          { params: { id: claim.id }, body: { note, documentIds: idsOf(documentIds) } },
          { key },
        )
      }
    >
      <Field name="note" label={t('field.note')} required>
        <Input.TextArea rows={4} maxLength={longest.note} />
      </Field>
      <Field name="documentIds" label={t('field.papers')}>
        <EvidenceField most={9} onTheSpot />
      </Field>
    </StepDialog>
  )
}
