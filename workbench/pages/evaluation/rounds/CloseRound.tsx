import { StopOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeRound } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'
import { Unsettled } from './Unsettled.tsx'
import type { RoundPage } from '../queries.ts'

/** Ends a round without a result: its scores stay as they are, and one that was never computed is withdrawn. */
export function CloseRound({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { message } = App.useApp()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useSubmit(closeRound)
  async function close({ reason }: { reason: string }): Promise<void> {
    await mutateAsync({ params: { id: round.id }, body: { reason } })
    void message.success(t('close.done'))
    await client.invalidateQueries()
  }
  return (
    <>
      <Button icon={<StopOutlined />} onClick={() => setAsking(true)}>
        {t('close.start')}
      </Button>
      {asking && (
        <FormDialog<{ reason: string }>
          name="close-round"
          title={t('close.ask', { name: round.name })}
          intro={
            <>
              <p>{t('close.askMeans')}</p>
              <Unsettled round={round} />
            </>
          }
          submitLabel={t('close.start')}
          submit={close}
          onClose={() => setAsking(false)}
        >
          <ReasonField />
        </FormDialog>
      )}
    </>
  )
}
