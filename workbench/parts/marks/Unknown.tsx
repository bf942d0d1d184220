import { QuestionCircleOutlined, StopOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import './marks.css'

interface MarkProps {
  icon: ReactNode
  word: string
  reason: string | undefined
}

/** The reason shows on hover and is always read out by screen readers. */
function Mark({ icon, word, reason }: MarkProps): ReactNode {
  const mark = (
    <span className="gz-absent">
      <span aria-hidden>{icon}</span>
      {word}
      {reason !== undefined && <span className="gz-hidden">：{reason}</span>}
    </span>
  )
  return reason === undefined ? mark : <Tooltip title={reason}>{mark}</Tooltip>
}

/** 未知: nobody has told us; not 0. `why` says what is awaited. */
export function Unknown({ why }: { why?: string }): ReactNode {
  const t = useWords()
  return <Mark icon={<QuestionCircleOutlined />} word={t('absent.unknown')} reason={why} />
}

/** 不适用: the row does not concern this subject, always with the reason. */
export function NotApplicable({ reason }: { reason: string }): ReactNode {
  const t = useWords()
  return <Mark icon={<StopOutlined />} word={t('absent.notApplicable')} reason={reason} />
}
