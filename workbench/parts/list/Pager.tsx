import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { count } from '../format.ts'
import { useWords } from '../words.ts'

interface PagerProps {
  shown: number
  total?: number | undefined
  /** Instead of the count of rows, where a page counts something else. */
  words?: string
  page: number
  next: string | null
  onNext: (next: string) => void
  onBack: () => void
}

export function Pager({ shown, total, words, page, next, onNext, onBack }: PagerProps): ReactNode {
  const t = useWords()
  const many =
    words ??
    (total === undefined
      ? t('list.shown', { shown: count(shown) })
      : t('list.total', { total: count(total) }))
  return (
    <nav className="gz-pager gz-noprint" aria-label={t('list.pages')}>
      <span className="gz-faint" aria-live="polite">
        {many}
      </span>
      {(page > 1 || next !== null) && (
        <span className="gz-pager-steps">
          <Button icon={<LeftOutlined />} disabled={page === 1} onClick={onBack}>
            {t('list.back')}
          </Button>
          <span>{t('list.page', { page })}</span>
          <Button
            icon={<RightOutlined />}
            iconPlacement="end"
            disabled={next === null}
            onClick={() => next !== null && onNext(next)}
          >
            {t('list.next')}
          </Button>
        </span>
      )}
    </nav>
  )
}
