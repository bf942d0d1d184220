import { QuestionCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import './states.css'

export function NotFound(): ReactNode {
  const t = useWords()
  return (
    <div className="gz-state">
      <span className="gz-state-icon" aria-hidden>
        <QuestionCircleOutlined />
      </span>
      <h1 className="gz-state-title">{t('state.notFound')}</h1>
      <p className="gz-state-text">{t('state.notFoundHint')}</p>
      <Link to="/">{t('state.home')}</Link>
    </div>
  )
}
