import { CameraOutlined } from '@ant-design/icons'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField, useFieldState } from '../field-context.ts'
import { PhotoCard } from './PhotoCard.tsx'
import { keepPhoto, photoFault, photoTypes } from './take-photo.ts'

interface PhotosProps {
  taskId: string
  row: string
  photos: string[]
  disabled: boolean
  onChange: (photos: string[]) => void
}

/** As the contract takes. */
const mostPhotos = 12

/** What was photographed on site; kept on the device until it has been sent. */
export function Photos({ taskId, row, photos, disabled, onChange }: PhotosProps): ReactNode {
  const { t } = useTranslation('field')
  const { store } = useField()
  const { files } = useFieldState()
  const [fault, setFault] = useState<'type' | 'size' | null>(null)
  const input = useId()
  const isFull = photos.length >= mostPhotos

  function take(file: File | undefined): void {
    if (!file) return
    const wrong = photoFault(file)
    setFault(wrong)
    if (wrong === null) onChange([...photos, keepPhoto(store, { taskId, row }, file)])
  }
  function remove(id: string): void {
    onChange(photos.filter((one) => one !== id))
  }
  return (
    <div className="gz-field-photos">
      {photos.length > 0 && (
        <ul>
          {photos.map((id, at) => (
            <PhotoCard
              key={id}
              id={id}
              file={files.get(id)}
              number={at + 1}
              onRemove={disabled ? null : () => remove(id)}
            />
          ))}
        </ul>
      )}
      {fault !== null && (
        <p className="gz-field-fault" role="alert">
          {t(fault === 'type' ? 'photo.wrongType' : 'photo.tooLarge')}
        </p>
      )}
      {!disabled && !isFull && (
        <>
          <input
            id={input}
            className="gz-hidden gz-field-camera"
            type="file"
            accept={photoTypes.join()}
            capture="environment"
            onChange={({ target }) => {
              take(target.files?.[0])
              target.value = ''
            }}
          />
          <label htmlFor={input} className="gz-field-button">
            <CameraOutlined aria-hidden /> {t('photo.take')}
          </label>
        </>
      )}
    </div>
  )
}
