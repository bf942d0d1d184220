import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getEntry } from '../../../contracts/audit-trail/staff.ts'
import { call } from '../../api/client.ts'
import { dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { RecordPage } from '../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { EntryDetail } from './EntryDetail.tsx'
import { useResourceName } from './resource-name.ts'
import { SealMark } from './SealMark.tsx'
import './audit-trail.css'

/** One deed: who, when, on what, and exactly what was changed. */
export function EntryPage(): ReactNode {
  const { t } = useTranslation('audit-trail')
  const nameOf = useResourceName()
  const { id = '' } = useParams({ strict: false })
  const crumbs = [{ label: t('title'), to: '/audit' }]
  const { data, error, refetch } = useQuery({
    queryKey: ['audit', 'entry', id],
    queryFn: ({ signal }) => call(getEntry, { params: { id: Number(id) } }, { signal }),
  })
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('entry', { id })} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
        </div>
      </div>
    )
  const { summary, at, actorName, actorAccount, verb, resource, resourceId, seal, detail } = data
  const others = `/audit?resource=${encodeURIComponent(resource)}&resourceId=${encodeURIComponent(resourceId)}`
  return (
    <RecordPage
      title={summary}
      crumbs={crumbs}
      state={<SealMark seal={seal} />}
      groups={[
        {
          title: t('deed'),
          facts: [
            { label: t('number'), value: String(data.id) },
            { label: t('at'), value: dateTime(at) },
            {
              label: t('actor'),
              value: actorAccount === null ? t('system') : `${actorName} (${actorAccount})`,
            },
            { label: t('resource'), value: nameOf(resource) },
            { label: t('resourceId'), value: resourceId },
            { label: t('verb'), value: verb, hint: t('verbHint') },
          ],
          action: <Goto to={others}>{t('others')}</Goto>,
        },
      ]}
    >
      <EntryDetail detail={detail} />
    </RecordPage>
  )
}
