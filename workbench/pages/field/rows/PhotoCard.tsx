import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { thumbnailOf } from '../../../parts/evidence/addresses.ts'
import { dateTime } from '../../../parts/format.ts'
import { useEnglish } from '../../../parts/words.ts'
import type { FieldFile } from '../store/entry.ts'

interface PhotoCardProps {
  id: string
  /** Undefined where it lies on the server alone. */
  file: FieldFile | undefined
  number: number
  onRemove: (() => void) | null
}

/** A photo with its time and place, and whether it has been sent. */
export function PhotoCard({ id, file, number, onRemove }: PhotoCardProps): ReactNode {
  const { t } = useTranslation('field')
  const english = useEnglish()
  const picture = useObjectUrl(file?.preview ?? file?.bytes ?? null)
  const place =
    file === undefined
      ? null
      : file.latitude !== null
        ? t('photo.place', { latitude: short(file.latitude), longitude: short(file.longitude ?? '') })
        : t(isLocating(file) ? 'photo.locating' : 'photo.unlocated')
  return (
    <li className="gz-field-photo">
      <img src={file ? picture : thumbnailOf(id)} alt={t('photo.alt', { number })} />
      <span className="gz-field-photo-words">
        {file && <span>{dateTime(file.takenAt)}</span>}
        {place !== null && <span>{place}</span>}
        <span className="gz-field-soft">{t(!file || file.isSent ? 'photo.sent' : 'photo.waits')}</span>
        {file?.refusal && (
          <span className="gz-field-fault" role="alert">
            {english ? file.refusal.detailEn : file.refusal.detail}
          </span>
        )}
        {onRemove && (
          <button type="button" className="gz-field-link" onClick={onRemove}>
            {t('photo.remove', { number })}
          </button>
        )}
      </span>
    </li>
  )
}

const isLocating = ({ placeBy }: FieldFile): boolean => Date.now() < placeBy

const short = (degrees: string): string => Number(degrees).toFixed(4)

export function useObjectUrl(bytes: Blob | null): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!bytes) return
    const made = URL.createObjectURL(bytes)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  return url
}
