import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../../parts/format.ts'
import { useField } from '../field-context.ts'
import { type Entry, keyOf, type Row } from '../store/entry.ts'
import { insisted } from '../store/rules.ts'
import { useRowWords } from './words.ts'

/** Two graded the same row: both stand side by side, and the person decides. */
export function Conflict({ entry, row }: { entry: Entry; row: Row }): ReactNode {
  const { t } = useTranslation('field')
  const { store, runner } = useField()
  const words = useRowWords()
  const { theirs } = entry
  if (!theirs) return null

  function keepMine(): void {
    void store.putEntry(insisted(entry, new Date().toISOString())).then(() => runner.sync())
  }
  function takeTheirs(): void {
    if (!theirs) return
    void store.putGrade(theirs)
    void store.drop('entries', keyOf(entry))
  }
  return (
    <section className="gz-field-conflict" role="alert">
      <h3>{t('conflict.title')}</h3>
      <div className="gz-field-sides">
        <Side
          who={t('conflict.mine')}
          at={entry.gradedAt}
          reading={words.entered(entry.entered, row)}
          comment={entry.comment}
          photos={entry.photos.length}
        />
        <Side
          who={theirs.mine ? t('conflict.otherDevice') : theirs.by}
          at={theirs.at}
          reading={words.said(theirs.said, row)}
          comment={theirs.comment}
          photos={theirs.evidence.length}
        />
      </div>
      <div className="gz-field-pair">
        <button type="button" className="gz-field-button" onClick={keepMine}>
          {t('conflict.keepMine')}
        </button>
        <button type="button" className="gz-field-button" onClick={takeTheirs}>
          {t('conflict.takeTheirs')}
        </button>
      </div>
    </section>
  )
}

interface SideProps {
  who: string
  at: string
  reading: string
  comment: string
  photos: number
}

function Side({ who, at, reading, comment, photos }: SideProps): ReactNode {
  const { t } = useTranslation('field')
  return (
    <div className="gz-field-side">
      <span className="gz-field-soft">{who}</span>
      <strong>{reading}</strong>
      {comment !== '' && <span>{comment}</span>}
      <span className="gz-field-soft">{t('photo.count', { count: photos })}</span>
      <span className="gz-field-soft">{dateTime(at)}</span>
    </div>
  )
}
