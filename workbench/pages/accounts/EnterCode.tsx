import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterCode } from '../../../contracts/accounts/second-factor.ts'
import type { Me } from '../../../contracts/accounts/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { CodeField } from './Enrol.tsx'
import './second-factor.css'

interface EnterCodeProps {
  onDone: (me: Me) => void
  beside?: ReactNode
}

/** The code of the authenticator, or one of the recovery codes where the telephone is lost. */
export function EnterCode({ onDone, beside }: EnterCodeProps): ReactNode {
  const { t } = useTranslation('accounts')
  const { mutateAsync } = useSubmit(enterCode)
  const [recovery, setRecovery] = useState(false)
  return (
    <div className="gz-enter-code">
      <SubmitForm<{ code: string }>
        key={recovery ? 'recovery' : 'code'}
        name="enter-code"
        submitLabel={t('second.enter')}
        wideButton={beside === undefined}
        beside={beside}
        submit={async ({ code }) => onDone(await mutateAsync({ body: { code } }))}
      >
        {recovery ? (
          <Field name="code" label={t('second.recoveryCode')} hint={t('second.recoveryCodeHint')} required>
            <Input
              className="gz-code"
              size="large"
              autoComplete="off"
              autoCapitalize="none"
              maxLength={20}
              spellCheck={false}
              autoFocus
            />
          </Field>
        ) : (
          <CodeField />
        )}
      </SubmitForm>
      <Button type="link" onClick={() => setRecovery(!recovery)}>
        {t(recovery ? 'second.useCode' : 'second.useRecovery')}
      </Button>
    </div>
  )
}
