import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldState, useOffline, useSyncState } from './field-context.ts'

/** What stands in the way, in whole sentences, each with what may be done. */
export function FieldNotes(): ReactNode {
  const { t } = useTranslation('field')
  const { fault } = useFieldState()
  const { state, update } = useOffline()
  const { end } = useSyncState()
  return (
    <div className="gz-field-notes" aria-live="polite">
      {state === 'unavailable' && <p className="gz-field-note">{t('note.offlineUnavailable')}</p>}
      {state === 'failed' && <p className="gz-field-note">{t('note.offlineFailed')}</p>}
      {fault !== null && (
        <p className="gz-field-note gz-field-note-alert" role="alert">
          {t(fault === 'full' ? 'note.full' : 'note.unwritable')}
        </p>
      )}
      {(end === 'signed-out' || end === 'other-person') && (
        <p className="gz-field-note gz-field-note-alert">
          {t(end === 'signed-out' ? 'note.signedOut' : 'note.otherPerson')}{' '}
          <a href="/sign-in?back=/field">{t('note.signIn')}</a>
        </p>
      )}
      {end === 'failed' && <p className="gz-field-note gz-field-note-alert">{t('note.failed')}</p>}
      {update && (
        <p className="gz-field-note">
          {t('note.update')}{' '}
          <button type="button" className="gz-field-link" onClick={update}>
            {t('note.updateNow')}
          </button>
        </p>
      )}
    </div>
  )
}
