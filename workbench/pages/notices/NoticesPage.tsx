import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listNotices, markAllRead, markRead } from '../../../contracts/notices/staff.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { useSentence } from '../../parts/states/sentence.ts'
import { MailDialog } from './MailDialog.tsx'
import { NoticeItem } from './NoticeItem.tsx'
import './notices.css'

/** What this person was told: unread first, each leading to where it is about. */
export function NoticesPage(): ReactNode {
  const { t } = useTranslation('notices')
  const client = useQueryClient()
  const sentence = useSentence()
  const { notification } = App.useApp()
  const [mail, setMail] = useState(false)
  const one = useSubmit(markRead)
  const all = useSubmit(markAllRead)
  const { data, dataUpdatedAt, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: ['notices', 'list'],
      queryFn: ({ pageParam, signal }) =>
        call(listNotices, { query: pageParam ? { after: pageParam } : {} }, { signal }),
      initialPageParam: '',
      getNextPageParam: (page) => page.next,
    })
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const unread = rows.filter(({ readAt }) => readAt === null)
  const newest = unread[0]

  async function settle(work: Promise<unknown>): Promise<void> {
    try {
      await work
    } catch (fault) {
      const { title, detail } = sentence(fault)
      notification.error({ title, description: detail })
    }
    await client.invalidateQueries({ queryKey: ['notices'] })
  }
  const read = (id: string) => void settle(one.mutateAsync({ params: { id }, body: {} }))
  const actions = (
    <>
      <Button onClick={() => setMail(true)}>{t('mail.do')}</Button>
      {newest && (
        <Button
          loading={all.isPending}
          onClick={() => void settle(all.mutateAsync({ body: { upTo: newest.id } }))}
        >
          {t('readAll')}
        </Button>
      )}
    </>
  )
  return (
    <div className="gz-page">
      <PageHead title={t('title')} intro={t('intro')} actions={actions} />
      <section className="gz-card" aria-label={t('title')}>
        {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data && rows.length === 0 && <EmptyState title={t('none')} hint={t('noneHint')} />}
        {rows.length > 0 && (
          <ul className="gz-notices">
            {rows.map((notice) => (
              <NoticeItem
                key={notice.id}
                notice={notice}
                asOf={new Date(dataUpdatedAt)}
                onRead={() => read(notice.id)}
              />
            ))}
          </ul>
        )}
        {hasNextPage && (
          <div className="gz-notices-more">
            <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </section>
      {mail && <MailDialog onClose={() => setMail(false)} />}
    </div>
  )
}
