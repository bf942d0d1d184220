import { UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withdrawFact } from '../../../../contracts/evaluation/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'

/** Takes back one recorded fact, with the reason; what it said stays to be read. */
export function WithdrawFact({ id, onDone }: { id: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useSubmit(withdrawFact)
  return (
    <>
      <Button icon={<UndoOutlined />} onClick={() => setAsking(true)}>
        {t('facts.withdraw')}
      </Button>
      {asking && (
        <FormDialog<{ reason: string }>
          name="withdraw-fact"
          title={t('facts.withdrawAsk')}
          intro={t('facts.withdrawMeans')}
          submitLabel={t('facts.withdraw')}
          submit={async ({ reason }) => {
            await mutateAsync({ params: { id }, body: { reason } })
            void message.success(t('facts.withdrawDone'))
            onDone()
          }}
          onClose={() => setAsking(false)}
        >
          <ReasonField hint={t('facts.withdrawHint')} />
        </FormDialog>
      )}
    </>
  )
}
