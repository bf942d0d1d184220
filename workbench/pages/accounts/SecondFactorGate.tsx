import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../contracts/accounts/staff.ts'
import { whenSecondFactorNeeded } from '../../api/client.ts'
import { sessionQuery, useMe } from '../../api/session.ts'
import { Enrol } from './Enrol.tsx'
import { EnterCode } from './EnterCode.tsx'

type Answer = (shown: boolean) => void

/**
 * Asks for the second factor in the middle of work, when what is being done needs one: the request that was refused
 * waits, and goes out again by itself.
 */
export function SecondFactorGate(): ReactNode {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => whenSecondFactorNeeded(() => new Promise((resolve) => setAnswer(() => resolve))), [])
  if (!answer) return null
  return (
    <Asking
      onAnswer={(shown) => {
        setAnswer(null)
        answer(shown)
      }}
    />
  )
}

function Asking({ onAnswer }: { onAnswer: Answer }): ReactNode {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const { secondFactor } = useMe()
  const [enrols] = useState(!secondFactor.enrolled)
  const cancel = <Button onClick={() => onAnswer(false)}>{t('second.cancel')}</Button>

  function shown(me: Me): void {
    client.setQueryData(sessionQuery.queryKey, me)
    onAnswer(true)
  }
  return (
    <Modal
      open
      footer={null}
      title={t(enrols ? 'second.enrolTitle' : 'second.enterTitle')}
      mask={{ closable: false }}
      onCancel={() => onAnswer(false)}
    >
      <p className="gz-dialog-intro">{t(enrols ? 'second.enrolToGoOn' : 'second.enterToGoOn')}</p>
      {enrols ? <Enrol onDone={shown} beside={cancel} /> : <EnterCode onDone={shown} beside={cancel} />}
    </Modal>
  )
}
