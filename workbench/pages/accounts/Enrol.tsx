import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginEnrolment, confirmEnrolment } from '../../../contracts/accounts/second-factor.ts'
import type { Me } from '../../../contracts/accounts/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import './second-factor.css'

interface EnrolProps {
  /** Told when the recovery codes have been kept. */
  onDone: (me: Me) => void
  beside?: ReactNode
}

/** Three steps: scan, type the first code, keep the recovery codes. */
export function Enrol({ onDone, beside }: EnrolProps): ReactNode {
  const { t } = useTranslation('accounts')
  const confirm = useSubmit(confirmEnrolment)
  const [done, setDone] = useState<{ recoveryCodes: string[]; me: Me } | null>(null)
  // Each showing is a new secret, which nothing may keep.
  const { data, error, refetch } = useQuery({
    queryKey: ['enrolment'],
    queryFn: ({ signal }) => call(beginEnrolment, { body: {} }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (done)
    return (
      <RecoveryCodes codes={done.recoveryCodes} account={done.me.account} onKept={() => onDone(done.me)} />
    )
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading rows={6} />
  return (
    <div className="gz-enrol">
      <ol>
        <li>{t('second.install')}</li>
        <li>
          {t('second.scan')}
          <img src={data.picture} alt={t('second.picture')} width={184} height={184} />
          <details>
            <summary>{t('second.byHand')}</summary>
            <p>{t('second.byHandHint')}</p>
            <code className="gz-secret">{data.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </details>
        </li>
        <li>{t('second.type')}</li>
      </ol>
      <SubmitForm<{ code: string }>
        name="enrol"
        submitLabel={t('second.enrol')}
        wideButton={beside === undefined}
        beside={beside}
        submit={async ({ code }) =>
          setDone(await confirm.mutateAsync({ body: { code: code.replace(/\s/g, '') } }))
        }
      >
        <CodeField waits />
      </SubmitForm>
    </div>
  )
}

/** The six digits of the moment; telephones offer them by themselves. `waits` where something is to be read first. */
export function CodeField({ waits = false }: { waits?: boolean }): ReactNode {
  const { t } = useTranslation('accounts')
  return (
    <Field name="code" label={t('second.code')} hint={t('second.codeHint')} required>
      <Input
        className="gz-code"
        size="large"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        spellCheck={false}
        autoFocus={!waits}
      />
    </Field>
  )
}
