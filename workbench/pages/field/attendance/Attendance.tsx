import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useField, useFieldState } from '../field-context.ts'
import { useObjectUrl } from '../rows/PhotoCard.tsx'
import { keepSignature } from '../rows/take-photo.ts'
import type { Attendant } from '../store/entry.ts'
import { SignatureDialog } from './SignatureDialog.tsx'
import { submissionOf } from './submission.ts'

const most = 20

/** Who was there, by unit or role, each with a signature drawn on the screen where they sign. */
export function Attendance({ taskId, disabled }: { taskId: string; disabled: boolean }): ReactNode {
  const { t } = useTranslation('field')
  const { store } = useField()
  const state = useFieldState()
  const submission = submissionOf(state, taskId)
  const { attendance } = submission
  const [who, setWho] = useState('')
  const [signing, setSigning] = useState<string | null>(null)

  const change = (next: Attendant[]) => void store.putSubmission({ ...submission, attendance: next })
  const name = who.trim()
  const isKnown = attendance.some((one) => one.who === name)

  function add(): void {
    if (name === '' || isKnown) return
    change([...attendance, { who: name, signatureId: null }])
    setWho('')
  }
  function signed(bytes: Blob): void {
    const signatureId = keepSignature(store, taskId, bytes)
    change(attendance.map((one) => (one.who === signing ? { ...one, signatureId } : one)))
    setSigning(null)
  }
  return (
    <section className="gz-field-attendance">
      <h2>{t('attendance.title')}</h2>
      <p className="gz-field-soft">{t('attendance.hint')}</p>
      <ul>
        {attendance.map((one) => (
          <li key={one.who}>
            <span className="gz-field-attendant">{one.who}</span>
            {one.signatureId !== null && <Signature id={one.signatureId} who={one.who} />}
            {!disabled && (
              <>
                <button type="button" className="gz-field-button" onClick={() => setSigning(one.who)}>
                  {t(one.signatureId === null ? 'attendance.sign' : 'attendance.signAgain')}
                  <span className="gz-hidden"> {one.who}</span>
                </button>
                <button
                  type="button"
                  className="gz-field-link"
                  onClick={() => change(attendance.filter(({ who: other }) => other !== one.who))}
                >
                  {t('attendance.remove')}
                  <span className="gz-hidden"> {one.who}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      {!disabled && attendance.length < most && (
        <form
          className="gz-field-add"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <label className="gz-field-text">
            <span>{t('attendance.who')}</span>
            <input value={who} maxLength={40} onChange={({ target }) => setWho(target.value)} />
          </label>
          <button type="submit" className="gz-field-button" disabled={name === '' || isKnown}>
            {t('attendance.add')}
          </button>
        </form>
      )}
      <SignatureDialog who={signing} onClose={() => setSigning(null)} onSigned={signed} />
    </section>
  )
}

function Signature({ id, who }: { id: string; who: string }): ReactNode {
  const { t } = useTranslation('field')
  const { files } = useFieldState()
  const picture = useObjectUrl(files.get(id)?.preview ?? null)
  return <img className="gz-field-signature" src={picture} alt={t('attendance.signatureOf', { who })} />
}
