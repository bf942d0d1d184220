import SignaturePad from 'signature_pad'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldDialog } from '../FieldDialog.tsx'

interface SignatureDialogProps {
  /** Who signs; null while closed. */
  who: string | null
  onClose: () => void
  onSigned: (bytes: Blob) => void
}

/** Signing with the finger; the page does not scroll under it. */
export function SignatureDialog({ who, onClose, onSigned }: SignatureDialogProps): ReactNode {
  const { t } = useTranslation('field')
  return (
    <FieldDialog isOpen={who !== null} onClose={onClose} title={t('signature.title', { who: who ?? '' })}>
      <Pad onClose={onClose} onSigned={onSigned} label={t('signature.area', { who: who ?? '' })} />
    </FieldDialog>
  )
}

function Pad(props: Pick<SignatureDialogProps, 'onClose' | 'onSigned'> & { label: string }): ReactNode {
  const { label, onClose, onSigned } = props
  const { t } = useTranslation('field')
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(null)
  const [isEmpty, setEmpty] = useState(true)
  useEffect(() => {
    const drawn = canvas.current
    if (!drawn) return
    const made = new SignaturePad(drawn, { penColor: '#000', backgroundColor: '#fff' })
    made.addEventListener('endStroke', () => setEmpty(made.isEmpty()))
    pad.current = made
    // It has no size before the sheet is open, and another one when the telephone is turned.
    const measured = new ResizeObserver(() => fit(drawn, made))
    measured.observe(drawn)
    return () => {
      measured.disconnect()
      made.off()
    }
  }, [])
  function clear(): void {
    pad.current?.clear()
    setEmpty(true)
  }
  function done(): void {
    canvas.current?.toBlob((bytes) => bytes && onSigned(bytes), 'image/png')
  }
  return (
    <>
      <canvas ref={canvas} className="gz-field-pad" role="img" aria-label={label} />
      <p className="gz-field-soft">{t('signature.hint')}</p>
      <div className="gz-field-trio">
        <button type="button" className="gz-field-button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button type="button" className="gz-field-button" onClick={clear} disabled={isEmpty}>
          {t('signature.clear')}
        </button>
        <button type="button" className="gz-field-button gz-field-main" onClick={done} disabled={isEmpty}>
          {t('signature.done')}
        </button>
      </div>
    </>
  )
}

/** As many pixels as the screen has; what was written stays. */
function fit(canvas: HTMLCanvasElement, pad: SignaturePad): void {
  const ratio = Math.max(1, window.devicePixelRatio)
  const written = pad.toData()
  canvas.width = canvas.clientWidth * ratio
  canvas.height = canvas.clientHeight * ratio
  canvas.getContext('2d')?.scale(ratio, ratio)
  pad.clear()
  pad.fromData(written)
}
