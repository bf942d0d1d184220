import { CloseCircleOutlined, DisconnectOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { NoConnection, Problem } from '../../api/problem.ts'
import { useWords } from '../words.ts'
import { NoPermission } from './NoPermission.tsx'
import { useSentence } from './sentence.ts'
import './states.css'

interface ErrorStateProps {
  error: unknown
  onRetry?: () => void
  /** Fills a whole page and carries its heading. */
  page?: boolean
}

/** Something could not be shown: what happened, that nothing was lost, what to do. */
export function ErrorState({ error, onRetry, page = false }: ErrorStateProps): ReactNode {
  const t = useWords()
  const sentence = useSentence()(error)
  const Heading = page ? 'h1' : 'h2'
  if (error instanceof Problem && error.status === 403) return <NoPermission problem={error} page={page} />
  return (
    <div className="gz-state" role="alert">
      <span className="gz-state-icon gz-state-error" aria-hidden>
        {error instanceof NoConnection ? <DisconnectOutlined /> : <CloseCircleOutlined />}
      </span>
      <Heading className="gz-state-title">{sentence.title}</Heading>
      <p className="gz-state-text">{sentence.detail}</p>
      {onRetry && (
        <Button icon={<ReloadOutlined />} onClick={onRetry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  )
}
