import { Alert, Button, Form, Input } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as uuid } from 'uuid'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { type KeptGrade, saveGrades } from '../../../../contracts/grading/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { SubmitForm } from '../../../parts/form/SubmitForm.tsx'
import { useEnglish } from '../../../parts/words.ts'
import { Choices, choicesOf, Figures } from './ReadingInput.tsx'
import type { Row, Task } from './queries.ts'
import { type Cells, cellsOf, enteredOf, useSaid } from './said.ts'

interface GradeFormProps {
  task: Task
  row: Row
  onSaved: () => Promise<void>
  /** Somebody graded the row meanwhile. */
  onStale: () => Promise<void>
}

interface Values extends Partial<Cells> {
  comment?: string
  overrideReason?: string
  evidence?: Evidence[]
}

/** Refused in words, or overtaken by another's grade. */
type Answer = { refused: string } | { theirs: KeptGrade } | null

/** A grade entered at the desk: one touch takes the proposal over, departing from it asks why and keeps both. */
export function GradeForm({ task, row, onSaved, onStale }: GradeFormProps): ReactNode {
  const { t } = useTranslation('grading')
  const english = useEnglish()
  const said = useSaid()
  const [form] = Form.useForm<Values>()
  const [answer, setAnswer] = useState<Answer>(null)
  const { mutateAsync } = useSubmit(saveGrades)
  // The same content keeps its id until the server has answered, so that a lost answer makes no second grade.
  const sending = useRef({ content: '', id: '', at: '' })
  const proposal = row.proposals[0]
  const computed = row.proposals.find(({ provenance }) => provenance !== 'declared')
  const values = Form.useWatch([], form) ?? {}
  const departs = computed !== undefined && isFilled(values) && !isSame(values, cellsOf(computed.said, row))
  const choices = choicesOf(row)

  async function submit(given: Values): Promise<void> {
    const { comment = '', overrideReason, evidence = [] } = given
    const content = JSON.stringify([given, row.grade?.version ?? 0])
    if (sending.current.content !== content)
      sending.current = { content, id: uuid(), at: new Date().toISOString() }
    const { outcomes } = await mutateAsync({
      body: {
        grades: [
          {
            id: sending.current.id,
            taskId: task.id,
            row: row.id,
            baseVersion: row.grade?.version ?? 0,
            entered: enteredOf(given),
            comment,
            overrideReason: departs ? (overrideReason ?? null) : null,
            documentIds: [...(row.grade?.evidence ?? []), ...evidence].map(({ id }) => id),
            gradedAt: sending.current.at,
            deviceId: 'desk',
          },
        ],
      },
    })
    const [outcome] = outcomes
    if (outcome?.outcome === 'conflict') return setAnswer({ theirs: outcome.theirs })
    if (outcome?.outcome === 'refused')
      return setAnswer({ refused: english ? outcome.detailEn : outcome.detail })
    await onSaved()
  }
  return (
    <section>
      <h3>{t('row.grade')}</h3>
      {proposal && (
        <p className="gz-grading-take">
          <Button
            onClick={() =>
              form.setFieldsValue({
                ...cellsOf(proposal.said, row),
                ...(proposal.said.notApplicable === null ? {} : { comment: proposal.said.notApplicable }),
              })
            }
          >
            {t('row.take', { said: said(proposal.said, row) })}
          </Button>
        </p>
      )}
      <SubmitForm<Values>
        name={`grade-${row.id}`}
        form={form}
        initial={row.grade ? { ...cellsOf(row.grade.said, row), comment: row.grade.comment } : {}}
        submit={submit}
        submitLabel={t('row.save')}
      >
        {choices.length > 0 ? <Choices row={row} choices={choices} /> : <Figures row={row} />}
        {departs && (
          <Field
            name="overrideReason"
            label={t('row.reason')}
            hint={t('row.reasonHint', { computed: said(computed.said, row) })}
            required
            rules={[{ min: 4, message: t('row.reasonShort') }]}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Field>
        )}
        <Field name="comment" label={t('row.comment')} hint={t('row.commentHint')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Field>
        <Field name="evidence" label={t('row.evidenceField')}>
          <EvidenceField most={12 - (row.grade?.evidence.length ?? 0)} onTheSpot />
        </Field>
        <div role="status">
          {answer !== null && 'refused' in answer && <Alert type="error" showIcon title={answer.refused} />}
          {answer !== null && 'theirs' in answer && (
            <Alert
              type="warning"
              showIcon
              title={t('row.conflict', { by: answer.theirs.by, said: said(answer.theirs.said, row) })}
              description={t('row.conflictHint')}
              action={
                <Button size="small" onClick={() => void onStale()}>
                  {t('row.seeTheirs')}
                </Button>
              }
            />
          )}
        </div>
      </SubmitForm>
    </section>
  )
}

const isFilled = ({ choice, numerator, value }: Values) => Boolean(choice || numerator || value)

/** As it is written; what only reads the same is settled by the server. */
const isSame = (given: Values, cells: Cells) => {
  const [a, b] = [enteredOf(given), enteredOf(cells)]
  return JSON.stringify(a) === JSON.stringify(b)
}
