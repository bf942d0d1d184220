import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Badge } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countUnread } from '../../contracts/notices/staff.ts'
import { call } from '../api/client.ts'
import { useRecentlyActive } from '../api/recently-active.ts'
import { Goto } from '../parts/Goto.tsx'

const everyMs = 60_000

/** How much there is that this person has not read; leads to it. */
export function NoticeBell(): ReactNode {
  const { t } = useTranslation('shell')
  const isActive = useRecentlyActive()
  const { data } = useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: ({ signal }) => call(countUnread, {}, { signal }),
    enabled: isActive,
    refetchInterval: everyMs,
    staleTime: 10_000,
  })
  const unread = data?.unread ?? 0
  return (
    <Goto to="/notices" className="gz-bell">
      <Badge count={unread} size="small" overflowCount={99} aria-hidden>
        <BellOutlined />
      </Badge>
      <span className="gz-hidden">
        {unread > 0 ? t('notices.unread', { count: unread }) : t('notices.none')}
      </span>
    </Goto>
  )
}
