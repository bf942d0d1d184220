import { CameraOutlined, InboxOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Upload } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import { acceptedFiles } from '../../../contracts/documents/words.ts'
import { useNarrow } from '../../app/screen.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { notesOnTheSpot } from './on-the-spot.ts'
import { SendingItem } from './SendingItem.tsx'
import { type PhotoNotes, useUploads } from './useUploads.ts'

export interface EvidenceFieldProps {
  id?: string
  /** Uploaded files; what is submitted with the form are their ids. */
  value?: Evidence[]
  onChange?: (evidence: Evidence[]) => void
  disabled?: boolean
  /** Most files of this field. */
  most?: number
  /** Photos taken here and now bear time and place. */
  onTheSpot?: boolean
}

const photos = 'image/jpeg,image/png'

/**
 * Evidence of a form: chosen, dragged or photographed, sent at once with progress; a file that is refused says why beside
 * it and leaves the others alone. Nothing here is part of a record until the form is submitted.
 */
export function EvidenceField(props: EvidenceFieldProps): ReactNode {
  const { id, value = [], onChange, disabled = false, most = 20, onTheSpot = false } = props
  const { t } = useTranslation('documents')
  const narrow = useNarrow()
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  const change = (next: Evidence[]) => {
    latest.current = next
    onChange?.(next)
  }
  const { items, add, retry, remove } = useUploads((document) => change([...latest.current, document]))
  const full = value.length + items.length >= most
  const take = (file: File, notes: PhotoNotes) => {
    add(file, notes, most - latest.current.length)
    return false
  }
  const chosen = {
    multiple: true,
    accept: acceptedFiles,
    showUploadList: false,
    disabled: disabled || full,
    beforeUpload: (file: File) => take(file, {}),
  }
  const named = id === undefined ? {} : { id }
  return (
    <div className="gz-evidence-field">
      {narrow ? (
        <div className="gz-evidence-buttons">
          <Upload
            {...chosen}
            multiple={false}
            accept={photos}
            capture="environment"
            beforeUpload={async (file: File) => take(file, onTheSpot ? await notesOnTheSpot() : {})}
          >
            <Button icon={<CameraOutlined />} disabled={disabled || full}>
              {t('photograph')}
            </Button>
          </Upload>
          <Upload {...chosen} {...named}>
            <Button icon={<UploadOutlined />} disabled={disabled || full}>
              {t('chooseFile')}
            </Button>
          </Upload>
        </div>
      ) : (
        <Upload.Dragger {...chosen} {...named}>
          <InboxOutlined aria-hidden /> {t('choose')}
        </Upload.Dragger>
      )}
      <p className="gz-faint">{full ? t('full', { most }) : t('hint', { most })}</p>
      {items.length > 0 && (
        <ul className="gz-evidence-waiting" aria-label={t('waiting')}>
          {items.map((item) => (
            <SendingItem
              key={item.id}
              item={item}
              onRetry={() => retry(item.id)}
              onRemove={() => remove(item.id)}
            />
          ))}
        </ul>
      )}
      {value.length > 0 && (
        <EvidenceList
          evidence={value}
          onRemove={(removed) => change(latest.current.filter((kept) => kept.id !== removed))}
          disabled={disabled}
        />
      )}
      <span className="gz-hidden" aria-live="polite">
        {t('count', { count: value.length })}
      </span>
    </div>
  )
}
