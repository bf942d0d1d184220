import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { listNotices } from '../../../contracts/notices/staff.ts'
import { dateTime, daysUntil } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { Deadline } from '../../parts/marks/Deadline.tsx'
import { useEnglish } from '../../parts/words.ts'

type Notice = Answer<typeof listNotices>['rows'][number]

interface NoticeItemProps {
  notice: Notice
  /** When it was asked for: days left are counted from then. */
  asOf: Date
  onRead: () => void
}

/** One notice: opening it reads it. */
export function NoticeItem({ notice, asOf, onRead }: NoticeItemProps): ReactNode {
  const { t } = useTranslation('notices')
  const { zh, en, link, due, at, readAt } = notice
  const text = useEnglish() ? en : zh
  const isUnread = readAt === null
  return (
    <li className={isUnread ? 'gz-notice gz-notice-unread' : 'gz-notice'}>
      <span className="gz-notice-mark">
        {isUnread ? t('unread') : <span className="gz-faint">{t('read')}</span>}
      </span>
      <div className="gz-notice-text">
        <Goto to={link} {...(isUnread ? { onFollow: onRead } : {})}>
          {text}
        </Goto>
        <div className="gz-notice-when">
          <span className="gz-faint gz-number">{dateTime(at)}</span>
          {due !== null && <Deadline due={due} daysLeft={daysUntil(due, asOf)} unit="calendar" />}
        </div>
      </div>
      {isUnread && (
        <Button size="small" onClick={onRead}>
          {t('markRead')}
          <span className="gz-hidden">{text}</span>
        </Button>
      )}
    </li>
  )
}
