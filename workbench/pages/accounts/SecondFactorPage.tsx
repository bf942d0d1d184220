import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Me, signOut } from '../../../contracts/accounts/staff.ts'
import { sessionQuery, useMe } from '../../api/session.ts'
import { useSubmit } from '../../api/submit.ts'
import { safeBack, word } from '../../app/search.ts'
import { Doorway } from './Doorway.tsx'
import { Enrol } from './Enrol.tsx'
import { EnterCode } from './EnterCode.tsx'

/** Before work begins: the code of the moment, or, for roles that need one, the first enrolment. */
export function SecondFactorPage(): ReactNode {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const router = useRouter()
  const client = useQueryClient()
  const search = useSearch({ strict: false })
  const leave = useSubmit(signOut)
  // What the page is for stays the same while it is open, also when the answer has come.
  const [enrols] = useState(!me.secondFactor.enrolled)

  function enter(next: Me): void {
    client.setQueryData(sessionQuery.queryKey, next)
    const back = safeBack(word(search, 'back'))
    router.history.replace(back.startsWith('/second-factor') ? '/' : back)
  }
  async function out(): Promise<void> {
    const { next } = await leave.mutateAsync({})
    client.clear()
    if (next === null) await router.navigate({ to: '/sign-in' })
    else window.location.assign(next)
  }
  return (
    <Doorway
      title={t(enrols ? 'second.enrolTitle' : 'second.enterTitle')}
      intro={t(enrols ? 'second.enrolIntro' : 'second.enterIntro', { account: me.account })}
      foot={
        <>
          <p>{t('second.lost')}</p>
          <Button type="link" className="gz-door-out" loading={leave.isPending} onClick={() => void out()}>
            {t('second.leave')}
          </Button>
        </>
      }
    >
      {enrols ? <Enrol onDone={enter} /> : <EnterCode onDone={enter} />}
    </Doorway>
  )
}
