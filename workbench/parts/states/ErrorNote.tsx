import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { useSentence } from './sentence.ts'

interface ErrorNoteProps {
  error: unknown
  /** Further sentences of the same refusal that have no place of their own. */
  more?: string[]
}

/** An error beside what caused it (above a form, under a button); read out at once, nothing when there is none. */
export function ErrorNote({ error, more = [] }: ErrorNoteProps): ReactNode {
  const t = useWords()
  const sentence = useSentence()
  if (!error) return null
  const { detail, clause } = sentence(error)
  const text = (
    <>
      {[...new Set([detail, ...more])].map((line) => (
        <div key={line}>{line}</div>
      ))}
      {clause !== null && <div className="gz-faint">{t('error.clause', { clause })}</div>}
    </>
  )
  return <Alert className="gz-note" type="error" showIcon role="alert" title={text} />
}
