import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import './states.css'

/** Keeps the layout while something is on its way; `rows` like the content that will come. */
export function Loading({ rows = 6 }: { rows?: number }): ReactNode {
  const t = useWords()
  return (
    <div className="gz-loading" role="status">
      <span className="gz-hidden">{t('state.loading')}</span>
      <Skeleton active title={{ width: '30%' }} paragraph={{ rows }} />
    </div>
  )
}
