import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createSubscription } from '../../../contracts/exchange/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { FormPage } from '../../parts/form/FormPage.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { SecretOnce } from './SecretOnce.tsx'
import { type SubscriptionEntered, SubscriptionFields } from './SubscriptionFields.tsx'
import './exchange.css'

/** A new receiver of events; afterwards its secret, which is never shown again. */
export function NewSubscriptionPage(): ReactNode {
  const { t } = useTranslation('exchange')
  const client = useQueryClient()
  const router = useRouter()
  const [made, setMade] = useState<{ id: string; secret: string; name: string } | null>(null)
  const { mutateAsync } = useSubmit(createSubscription)
  const crumbs = [{ label: t('title'), to: '/webhooks' }]

  async function submit(entered: SubscriptionEntered): Promise<void> {
    const answer = await mutateAsync({ body: entered })
    setMade({ ...answer, name: entered.name })
  }
  if (made)
    return (
      <div className="gz-page">
        <PageHead title={t('made', { name: made.name })} crumbs={crumbs} />
        <section className="gz-card gz-form-page" aria-label={t('secret.label')}>
          <SecretOnce secret={made.secret} />
          <div className="gz-form-end">
            <Button type="primary" onClick={() => void router.navigate({ href: `/webhooks/${made.id}` })}>
              {t('secret.kept')}
            </Button>
          </div>
        </section>
      </div>
    )
  return (
    <FormPage<SubscriptionEntered>
      name="new-webhook"
      title={t('new')}
      crumbs={crumbs}
      intro={t('newIntro')}
      submit={submit}
      submitLabel={t('create')}
      onDone={() => void client.invalidateQueries({ queryKey: ['webhooks'] })}
    >
      <SubscriptionFields />
    </FormPage>
  )
}
