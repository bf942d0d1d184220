import { type ReactNode, useEffect, useId, useRef } from 'react'

interface FieldDialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  children: ReactNode
}

/** A sheet from below, in reach of the thumb; Esc closes it and the focus goes back. */
export function FieldDialog({ isOpen, onClose, title, children }: FieldDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="gz-field-dialog" aria-labelledby={heading} onClose={onClose}>
      {isOpen && (
        <>
          <h2 id={heading}>{title}</h2>
          {children}
        </>
      )}
    </dialog>
  )
}
