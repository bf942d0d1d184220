import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isPassing } from '../../api/problem.ts'
import { useSentence } from '../states/sentence.ts'
import { fileSize } from './file-size.ts'
import type { Sending } from './useUploads.ts'

interface SendingItemProps {
  item: Sending
  onRetry: () => void
  onRemove: () => void
}

/** A file on its way: how far it is, or in a whole sentence why it was not taken and what may be done. */
export function SendingItem({ item, onRetry, onRemove }: SendingItemProps): ReactNode {
  const { t } = useTranslation('documents')
  const sentence = useSentence()
  const { file, state, share, error } = item
  const percent = Math.floor(share * 100)
  return (
    <li className="gz-evidence-sending">
      <div className="gz-evidence-sending-head">
        <span className="gz-evidence-name" title={file.name}>
          {file.name}
        </span>
        <span className="gz-faint gz-number">{fileSize(file.size)}</span>
        {state === 'failed' && isPassing(error) && (
          <Button size="small" onClick={onRetry} aria-label={t('retryFile', { name: file.name })}>
            {t('retry')}
          </Button>
        )}
        <Button size="small" onClick={onRemove} aria-label={t('removeFile', { name: file.name })}>
          {t(state === 'failed' ? 'remove' : 'stop')}
        </Button>
      </div>
      {state === 'failed' ? (
        <p className="gz-evidence-fault" role="alert">
          {sentence(error).detail}
        </p>
      ) : (
        <Progress
          percent={percent}
          size="small"
          showInfo={false}
          aria-label={t('progress', { name: file.name, percent })}
        />
      )}
      {state === 'sending' && percent === 100 && <p className="gz-faint">{t('checking')}</p>}
    </li>
  )
}
