import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commitDraw, type DrawPaper, runDraw } from '../../../../contracts/grading/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'

interface DialogProps {
  id: string
  onClose: () => void
  onDone: () => Promise<void>
}

/** Publishes the seed's hash with the number that will be mixed in. */
export function CommitDialog({
  id,
  replacing,
  onClose,
  onDone,
}: DialogProps & { replacing: boolean }): ReactNode {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(commitDraw)
  return (
    <FormDialog<{ numberName: string; numberOn: string; reason?: string }>
      name="commit-draw"
      title={t(replacing ? 'draw.replace' : 'draw.commit')}
      intro={t('draw.commitMeans')}
      submitLabel={t('draw.commit')}
      submit={async ({ numberName, numberOn, reason }) => {
        await mutateAsync({ params: { id }, body: { numberName, numberOn, reason: reason ?? null } })
        void message.success(t('draw.committed'))
        await onDone()
      }}
      onClose={onClose}
    >
      <Field name="numberName" label={t('draw.numberName')} hint={t('draw.numberNameHint')} required>
        <Input maxLength={120} />
      </Field>
      <Field name="numberOn" label={t('draw.numberOn')} hint={t('draw.numberOnHint')} required>
        <DayInput />
      </Field>
      {replacing && (
        <Field name="reason" label={t('draw.why')} required>
          <Input.TextArea rows={2} maxLength={200} />
        </Field>
      )}
    </FormDialog>
  )
}

/** Enters the number as it was announced; the draw follows from it. */
export function NumberDialog({ id, paper, onClose, onDone }: DialogProps & { paper: DrawPaper }): ReactNode {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(runDraw)
  const correcting = paper.number !== null
  return (
    <FormDialog<{ number: string; correction?: string }>
      name="run-draw"
      title={t(correcting ? 'draw.correct' : 'draw.run')}
      intro={t('draw.runMeans', { name: paper.commitment.numberName, day: paper.commitment.numberOn })}
      submitLabel={t('draw.run')}
      submit={async ({ number, correction }) => {
        const { assigned, unassigned } = await mutateAsync({
          params: { id },
          body: { number, correction: correction ?? null },
        })
        void message.success(t('draw.ran', { assigned, unassigned }))
        await onDone()
      }}
      onClose={onClose}
    >
      <Field name="number" label={t('draw.number')} hint={t('draw.numberHint')} required>
        <Input maxLength={80} />
      </Field>
      {correcting && (
        <Field name="correction" label={t('draw.why')} required>
          <Input.TextArea rows={2} maxLength={200} />
        </Field>
      )}
    </FormDialog>
  )
}
