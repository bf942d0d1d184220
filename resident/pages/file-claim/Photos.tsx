import { type ReactNode, useEffect, useMemo } from 'react'
import { v4 as uuid } from 'uuid'
import { mostPhotos } from '../../../contracts/petitions/public-words.ts'
import { useWords } from '../../app/words.ts'
import type { KeptPhoto } from './photo-store.ts'
import { shrinkPhoto } from './shrink-photo.ts'

interface PhotosProps {
  photos: readonly KeptPhoto[]
  onChange: (photos: KeptPhoto[]) => void
}

/** Up to nine photos, made small on the phone before they travel. */
export function Photos({ photos, onChange }: PhotosProps): ReactNode {
  const { t } = useWords()
  const left = mostPhotos - photos.length
  const add = async (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, left)
    const fresh = await Promise.all(
      chosen.map(async (file) => ({ id: uuid(), blob: await shrinkPhoto(file) })),
    )
    onChange([...photos, ...fresh])
  }
  return (
    <div className="photos">
      {photos.map((photo, i) => (
        <Shown
          key={photo.id}
          photo={photo}
          name={t('report.photo', { n: i + 1 })}
          onRemove={() => onChange(photos.filter(({ id }) => id !== photo.id))}
        />
      ))}
      {left > 0 && (
        <label className="button addphoto">
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            className="hidden"
            onChange={(event) => {
              void add(event.target.files)
              event.target.value = ''
            }}
          />
          {t('report.addPhoto')}
        </label>
      )}
    </div>
  )
}

function Shown({
  photo,
  name,
  onRemove,
}: {
  photo: KeptPhoto
  name: string
  onRemove: () => void
}): ReactNode {
  const { t } = useWords()
  const address = useMemo(() => URL.createObjectURL(photo.blob), [photo.blob])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <figure>
      <img src={address} alt={name} />
      <button type="button" aria-label={t('report.removePhoto', { name })} onClick={onRemove}>
        ×
      </button>
    </figure>
  )
}
