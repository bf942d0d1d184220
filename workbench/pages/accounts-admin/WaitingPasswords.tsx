import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchPasswords, waitingPasswords } from '../../../contracts/accounts/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { ErrorNote } from '../../parts/states/ErrorNote.tsx'
import { PasswordOnce } from './PasswordOnce.tsx'

/** After an import of accounts: their one-time passwords wait here to be fetched, once. */
export function WaitingPasswords(): ReactNode {
  const { t } = useTranslation('accounts-admin')
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['accounts', 'waiting-passwords'],
    queryFn: ({ signal }) => call(waitingPasswords, {}, { signal }),
  })
  const fetched = useSubmit(fetchPasswords)
  function put(): void {
    fetched.reset()
    void client.invalidateQueries({ queryKey: ['accounts', 'waiting-passwords'] })
  }
  const waiting = data?.waiting ?? 0
  if (waiting === 0 && !fetched.data) return null
  return (
    <>
      <ErrorNote error={fetched.error} />
      {waiting > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('waiting', { count: waiting })}
          action={
            <Button loading={fetched.isPending} onClick={() => fetched.mutate({ body: {} })}>
              {t('fetch')}
            </Button>
          }
        />
      )}
      <Modal
        open={fetched.data !== undefined}
        title={t('once.title')}
        width={640}
        closable={false}
        mask={{ closable: false }}
        keyboard={false}
        footer={<Button onClick={put}>{t('once.kept')}</Button>}
      >
        <PasswordOnce passwords={fetched.data?.passwords ?? []} />
      </Modal>
    </>
  )
}
