import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { listDemoInbox } from '../../../contracts/notices/staff.ts'
import { call } from '../../api/client.ts'
import { dateTime } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import type { Asked, ListColumn } from '../../parts/list/types.ts'
import './notices.css'

type Mail = Answer<typeof listDemoInbox>['rows'][number]

const load = ({ after, signal }: Asked) => call(listDemoInbox, { query: { after } }, { signal })

/** What a real installation would have sent out by mail. */
export function DemoInboxPage(): ReactNode {
  const { t } = useTranslation('notices')
  return (
    <ListPage<Mail>
      name="demo-inbox"
      title={t('inbox.title')}
      intro={t('inbox.intro')}
      load={load}
      rowKey={({ id }) => id}
      columns={useMailColumns()}
      empty={{ title: t('inbox.none'), hint: t('inbox.noneHint') }}
    />
  )
}

function useMailColumns(): ListColumn<Mail>[] {
  const { t } = useTranslation('notices')
  return [
    {
      key: 'subject',
      title: t('inbox.subject'),
      cell: ({ subject, kind }) => (kind === 'text' ? t('inbox.sms') : subject),
      width: 320,
    },
    {
      key: 'to',
      title: t('inbox.to'),
      cell: ({ name, address }) => (
        <>
          {name} <span className="gz-faint">{address}</span>
        </>
      ),
    },
    {
      key: 'at',
      title: t('inbox.at'),
      cell: ({ at }) => <span className="gz-number">{dateTime(at)}</span>,
    },
    {
      key: 'text',
      title: t('inbox.text'),
      cell: ({ text }) => <div className="gz-mail-text">{text}</div>,
      width: 420,
    },
  ]
}
