import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { useSentence } from './sentence.ts'

/** An error beside what caused it (above a form, under a button); read out at once, nothing when there is none. */
export function ErrorNote({ error }: { error: unknown }): ReactNode {
  const t = useWords()
  const sentence = useSentence()
  if (!error) return null
  const { title, detail, clause } = sentence(error)
  return (
    <Alert
      className="gz-note"
      type="error"
      showIcon
      role="alert"
      title={detail === '' ? title : detail}
      description={clause === null ? undefined : t('error.clause', { clause })}
    />
  )
}
