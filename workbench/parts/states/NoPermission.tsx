import { LockOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Problem } from '../../api/problem.ts'
import { useEnglish, useWords } from '../words.ts'
import './states.css'

interface NoPermissionProps {
  /** The refusal; its sentence names the roles that have the right. */
  problem: Problem
  page?: boolean
}

export function NoPermission({ problem, page = false }: NoPermissionProps): ReactNode {
  const t = useWords()
  const english = useEnglish()
  const Heading = page ? 'h1' : 'h2'
  return (
    <div className="gz-state" role="alert">
      <span className="gz-state-icon" aria-hidden>
        <LockOutlined />
      </span>
      <Heading className="gz-state-title">{t('state.noPermission')}</Heading>
      <p className="gz-state-text">{english ? problem.detailEn : problem.detail}</p>
      <p className="gz-state-text">{t('state.noPermissionHint')}</p>
    </div>
  )
}
