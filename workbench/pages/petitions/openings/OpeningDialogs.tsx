import { App, Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { askOpening, settleOpening } from '../../../../contracts/petitions/reporters.ts'
import { longest } from '../../../../contracts/petitions/shapes.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { useReload } from '../deeds/useStep.ts'

/** One person asks, with a reason that the second and the audit read. */
export function AskOpening({
  claim,
  onClose,
}: {
  claim: { id: string; number: string }
  onClose: () => void
}): ReactNode {
  const { t } = useTranslation('petitions')
  const { message } = App.useApp()
  const reload = useReload()
  const { mutateAsync } = useSubmit(askOpening)
  return (
    <FormDialog<{ reason: string }>
      name="ask-opening"
      title={`${t('opening.ask')} · ${claim.number}`}
      intro={t('opening.askMeans')}
      submitLabel={t('opening.ask')}
      onClose={onClose}
      submit={async (body) => {
        await mutateAsync({ params: { id: claim.id }, body })
        void message.success(t('opening.askDone'))
        await reload()
      }}
    >
      <Field name="reason" label={t('field.reason')} required>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
    </FormDialog>
  )
}

/** The second person, of the level above, agrees or does not. */
export function SettleOpening({
  opening,
  onClose,
}: {
  opening: { id: string; claimNumber: string; reason: string; askedBy: string | null }
  onClose: () => void
}): ReactNode {
  const { t } = useTranslation('petitions')
  const { message } = App.useApp()
  const reload = useReload()
  const { mutateAsync } = useSubmit(settleOpening)
  return (
    <FormDialog<{ agreed: 'yes' | 'no'; note?: string }>
      name="settle-opening"
      title={`${t('opening.settle')} · ${opening.claimNumber}`}
      intro={
        <>
          <p>{t('opening.settleMeans')}</p>
          <p className="gz-asked">
            {t('opening.askedBy', { who: opening.askedBy ?? '', reason: opening.reason })}
          </p>
        </>
      }
      submitLabel={t('opening.settle')}
      onClose={onClose}
      submit={async ({ agreed, note = '' }) => {
        await mutateAsync({ params: { id: opening.id }, body: { agreed: agreed === 'yes', note } })
        void message.success(t('opening.settled'))
        await reload()
      }}
    >
      <SettleFields />
    </FormDialog>
  )
}

function SettleFields(): ReactNode {
  const { t } = useTranslation('petitions')
  const refuses = Form.useWatch('agreed') === 'no'
  return (
    <>
      <Field name="agreed" label={t('field.decision')} required>
        <Radio.Group
          className="gz-choices"
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`field.granted.${value}`) }))}
        />
      </Field>
      <Field name="note" label={t(refuses ? 'field.reason' : 'field.noteOptional')} required={refuses}>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </>
  )
}
