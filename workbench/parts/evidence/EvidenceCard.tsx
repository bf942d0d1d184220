import { FileExcelOutlined, FilePdfOutlined, FileWordOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import { dateTime } from '../format.ts'
import { contentOf, thumbnailOf } from './addresses.ts'
import { fileSize } from './file-size.ts'
import './evidence.css'

interface EvidenceCardProps {
  evidence: Evidence
  /** Opens a picture larger; other files are links that download. */
  onOpen: () => void
  onRemove?: () => void
  disabled: boolean
}

/** One piece of evidence: what it looks like, its name, when and where, how large. */
export function EvidenceCard({ evidence, onOpen, onRemove, disabled }: EvidenceCardProps): ReactNode {
  const { t } = useTranslation('documents')
  const { id, name, width, size } = evidence
  return (
    <li className="gz-evidence-card">
      {width === null ? (
        <a className="gz-evidence-open" href={contentOf(id)} aria-label={t('download', { name })}>
          <PaperIcon type={evidence.type} />
        </a>
      ) : (
        <button
          type="button"
          className="gz-evidence-open"
          onClick={onOpen}
          aria-label={t('enlarge', { name })}
        >
          <img src={thumbnailOf(id)} alt="" loading="lazy" />
        </button>
      )}
      <div className="gz-evidence-words">
        <span className="gz-evidence-name" title={name}>
          {name}
        </span>
        <EvidenceNotes evidence={evidence} />
        <span className="gz-faint gz-number">{fileSize(size)}</span>
        {onRemove && (
          <Button size="small" disabled={disabled} onClick={onRemove} aria-label={t('removeFile', { name })}>
            {t('remove')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** When it was taken, or else uploaded; where, when the device said so. */
export function EvidenceNotes({ evidence }: { evidence: Evidence }): ReactNode {
  const { t } = useTranslation('documents')
  const { takenAt, uploadedAt, latitude, longitude } = evidence
  return (
    <>
      <span className="gz-faint gz-number">
        {takenAt === null
          ? t('uploaded', { at: dateTime(uploadedAt) })
          : t('taken', { at: dateTime(takenAt) })}
      </span>
      {latitude !== null && longitude !== null && (
        <span className="gz-faint gz-number">
          {t('place', { latitude: latitude.toFixed(4), longitude: longitude.toFixed(4) })}
        </span>
      )}
    </>
  )
}

function PaperIcon({ type }: { type: Evidence['type'] }): ReactNode {
  const Icon = { docx: FileWordOutlined, xlsx: FileExcelOutlined }[type as 'docx' | 'xlsx'] ?? FilePdfOutlined
  return <Icon aria-hidden />
}
