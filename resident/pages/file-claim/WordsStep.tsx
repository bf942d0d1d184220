import type { ReactNode } from 'react'
import { contentLength, longestName, longestSpot } from '../../../contracts/petitions/public-words.ts'
import type { Category } from '../../api/claims.ts'
import { useWords } from '../../app/words.ts'
import type { Draft } from './draft.ts'
import { Emergency } from './Emergency.tsx'
import type { KeptPhoto } from './photo-store.ts'
import { Photos } from './Photos.tsx'
import { PlacePick } from './PlacePick.tsx'
import { Similar } from './Similar.tsx'

interface WordsStepProps {
  draft: Draft
  category: Category
  photos: readonly KeptPhoto[]
  name: string
  said: (field: string) => string | undefined
  onChange: (part: Partial<Draft>) => void
  onPhotos: (photos: KeptPhoto[]) => void
  onName: (name: string) => void
  onJoin: (number: string) => void
}

/** Second tap: one sentence, a photo; what few need is folded away. */
export function WordsStep(props: WordsStepProps): ReactNode {
  const { draft, category, photos, said, onChange, onPhotos, onJoin } = props
  const { t, either } = useWords()
  return (
    <>
      <div className="chosen matterline">
        <h1>{either(category.name, category.nameEn)}</h1>
        <button type="button" className="button" onClick={() => onChange({ category: null })}>
          {t('report.otherMatter')}
        </button>
      </div>
      {category.limitClass === 'danger' && <Emergency strong />}
      {category.aboutFirm && <p className="note">{t('report.aboutFirm')}</p>}
      <PlacePick place={draft.place} fault={said('placeId')} onPick={(place) => onChange({ place })} />
      <label className="field">
        <span>{t('report.words')}</span>
        <textarea
          rows={4}
          maxLength={contentLength.most}
          placeholder={t('report.wordsPlaceholder')}
          value={draft.content}
          aria-invalid={said('content') !== undefined}
          onChange={(event) => onChange({ content: event.target.value })}
        />
      </label>
      {said('content') && (
        <p className="fault" role="alert">
          {said('content')}
        </p>
      )}
      <Photos photos={photos} onChange={onPhotos} />
      <Similar placeId={draft.place?.id} category={category.code} onJoin={onJoin} />
      <More {...props} />
    </>
  )
}

function More({ draft, name, onChange, onName }: WordsStepProps): ReactNode {
  const { t } = useWords()
  const box = (key: 'forRelative' | 'sealed' | 'agreesToPublish') => (
    <label className="box" key={key}>
      <input
        type="checkbox"
        checked={draft[key]}
        onChange={(event) => onChange({ [key]: event.target.checked })}
      />
      <span>
        {t(`report.box.${key}`)}
        <small className="where extra">{t(`report.boxHint.${key}`)}</small>
      </span>
    </label>
  )
  return (
    <details className="more">
      <summary>{t('report.more')}</summary>
      <label className="field">
        <span>{t('report.spot')}</span>
        <input
          value={draft.spot}
          maxLength={longestSpot}
          placeholder={t('report.spotPlaceholder')}
          onChange={(event) => onChange({ spot: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{t('report.name')}</span>
        <input
          value={name}
          maxLength={longestName}
          autoComplete="name"
          onChange={(event) => onName(event.target.value)}
        />
      </label>
      {box('sealed')}
      {box('forRelative')}
      {box('agreesToPublish')}
    </details>
  )
}
