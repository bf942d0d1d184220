import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { renewRecoveryCodes } from '../../../contracts/accounts/second-factor.ts'
import type { Me } from '../../../contracts/accounts/staff.ts'
import { sessionQuery } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { Enrol } from './Enrol.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** One's own authenticator: enrolled or not, another telephone, new recovery codes. */
export function OwnSecondFactor({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const { message } = App.useApp()
  const [enrols, setEnrols] = useState(false)
  const renewed = useSubmit(renewRecoveryCodes)
  const { enrolled, recoveryCodesLeft } = me.secondFactor

  function done(next: Me): void {
    client.setQueryData(sessionQuery.queryKey, next)
    void client.invalidateQueries({ queryKey: ['own-sessions'] })
    setEnrols(false)
    void message.success(t('second.done'))
  }
  async function kept(): Promise<void> {
    renewed.reset()
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey })
  }
  return (
    <section className="gz-card" aria-label={t('second.title')}>
      <div className="gz-section-head">
        <h2>{t('second.title')}</h2>
      </div>
      <div className="gz-own-second">
        <ErrorNote error={renewed.error} />
        <p>
          {enrolled ? (
            <StateTag kind="done" word={t('second.enrolled')} />
          ) : (
            <StateTag kind="waiting" word={t('second.notEnrolled')} />
          )}
        </p>
        <p className="gz-faint">
          {enrolled ? t('second.left', { count: recoveryCodesLeft }) : t('second.why')}
        </p>
        <div className="gz-own-second-do">
          <Button onClick={() => setEnrols(true)}>{t(enrolled ? 'second.replace' : 'second.enrol')}</Button>
          {enrolled && (
            <Button loading={renewed.isPending} onClick={() => renewed.mutate({ body: {} })}>
              {t('second.renew')}
            </Button>
          )}
        </div>
      </div>
      <Modal
        open={enrols}
        footer={null}
        destroyOnHidden
        title={t('second.enrolTitle')}
        mask={{ closable: false }}
        onCancel={() => setEnrols(false)}
      >
        <Enrol
          onDone={done}
          beside={<Button onClick={() => setEnrols(false)}>{t('second.cancel')}</Button>}
        />
      </Modal>
      <Modal
        open={renewed.data !== undefined}
        footer={null}
        closable={false}
        keyboard={false}
        title={t('second.codes')}
        mask={{ closable: false }}
      >
        <RecoveryCodes
          codes={renewed.data?.recoveryCodes ?? []}
          account={me.account}
          onKept={() => void kept()}
        />
      </Modal>
    </section>
  )
}
