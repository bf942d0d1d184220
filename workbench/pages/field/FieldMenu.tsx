import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signOut } from '../../../contracts/accounts/staff.ts'
import { call } from '../../api/client.ts'
import { dateTime } from '../../parts/format.ts'
import { useSentence } from '../../parts/states/sentence.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { useField, useFieldState, useOffline } from './field-context.ts'
import { leaveDevice } from './store/leaving.ts'
import { unsentIn } from './store/unsent.ts'

interface FieldMenuProps {
  isOpen: boolean
  onClose: () => void
}

/**
 * Who is here, the language, the desk, and leaving, which says what was not sent yet. What lies outside of this page is
 * loaded anew: the version kept on the device may be older than the server's.
 */
export function FieldMenu({ isOpen, onClose }: FieldMenuProps): ReactNode {
  const { t, i18n } = useTranslation('field')
  const { person, store } = useField()
  const state = useFieldState()
  const offline = useOffline()
  const sentence = useSentence()
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const unsent = unsentIn(state)
  const next = i18n.language === 'en' ? 'zh-CN' : 'en'

  async function leave(): Promise<void> {
    setFault(null)
    try {
      const { next: provider } = await call(signOut, {}, { mayBeSignedOut: true })
      store.close()
      await leaveDevice(person.accountId)
      window.location.assign(provider ?? '/sign-in')
    } catch (error) {
      setFault(sentence(error).detail)
    }
  }
  function close(): void {
    setAsking(false)
    setFault(null)
    onClose()
  }
  return (
    <FieldDialog isOpen={isOpen} onClose={close} title={person.displayName}>
      <p className="gz-field-soft">
        {t(`offline.${offline.state}`)}
        {state.takenAt !== null && ` ${t('menu.takenAt', { at: dateTime(state.takenAt) })}`}
      </p>
      {isAsking && (
        <p className="gz-field-note gz-field-note-alert" role="alert">
          {t('menu.unsent', { count: unsent })}
        </p>
      )}
      {fault !== null && (
        <p className="gz-field-note gz-field-note-alert" role="alert">
          {fault}
        </p>
      )}
      <div className="gz-field-stack">
        <a className="gz-field-button" href="/">
          {t('toDesk')}
        </a>
        <button
          type="button"
          className="gz-field-button"
          lang={next}
          onClick={() => void i18n.changeLanguage(next)}
        >
          {t('menu.otherLanguage')}
        </button>
        <button
          type="button"
          className="gz-field-button"
          onClick={() => (unsent > 0 && !isAsking ? setAsking(true) : void leave())}
        >
          {t(isAsking ? 'menu.leaveAnyway' : 'menu.leave')}
        </button>
        <button type="button" className="gz-field-button" onClick={close}>
          {t('close')}
        </button>
      </div>
    </FieldDialog>
  )
}
