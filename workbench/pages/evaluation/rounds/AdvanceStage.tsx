import { RightCircleOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { advanceRound } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import type { RoundPage } from '../queries.ts'
import type { RoundStages } from './stages-query.ts'

interface AdvanceStageProps {
  round: RoundPage
  stages: RoundStages
}

/** The way on: what stands in it, or the button that ends this stage and begins the next. */
export function AdvanceStage({ round, stages: { next } }: AdvanceStageProps): ReactNode {
  const { t, i18n } = useTranslation('evaluation')
  const [asking, setAsking] = useState(false)
  if (!next?.may) return null
  const refused = i18n.language.startsWith('zh') ? next.refused : next.refusedEn
  if (refused !== null)
    return (
      <p className="gz-stages-way">
        <StateTag kind="waiting" word={t('stages.waits')} />
        <span>{refused}</span>
      </p>
    )
  return (
    <div className="gz-stages-way">
      {next.unfinished > 0 && (
        <StateTag kind="warning" word={t('stages.unfinished', { count: next.unfinished })} />
      )}
      <Button icon={<RightCircleOutlined />} onClick={() => setAsking(true)}>
        {t('stages.advance', { stage: t(`rounds.states.${next.to}`) })}
      </Button>
      {asking && <AdvanceDialog round={round} next={next} onClose={() => setAsking(false)} />}
    </div>
  )
}

interface AdvanceDialogProps {
  round: RoundPage
  next: NonNullable<RoundStages['next']>
  onClose: () => void
}

function AdvanceDialog({ round, next, onClose }: AdvanceDialogProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(advanceRound)
  const to = t(`rounds.states.${next.to}`)
  async function advance({ decision }: { decision?: string }): Promise<void> {
    await mutateAsync({ params: { id: round.id }, body: { from: next.from, decision: decision ?? null } })
    void message.success(t('stages.advanced', { stage: to }))
    await client.invalidateQueries()
  }
  return (
    <FormDialog<{ decision?: string }>
      name="advance-round"
      title={t('stages.ask', { from: t(`rounds.states.${next.from}`), to })}
      intro={
        <>
          {t(`stages.means.${next.to}`)}{' '}
          {next.workingDays !== null && t('stages.term', { count: next.workingDays })}
        </>
      }
      submitLabel={t('stages.advance', { stage: to })}
      submit={advance}
      onClose={onClose}
    >
      {next.unfinished > 0 && (
        <Field
          name="decision"
          label={t('stages.decision', { count: next.unfinished })}
          hint={t('stages.decisionHint')}
          required
          rules={[{ min: 4, message: t('stages.decisionShort') }]}
        >
          <Input.TextArea rows={3} maxLength={500} />
        </Field>
      )}
    </FormDialog>
  )
}
