import type { KeyboardEvent, MouseEvent } from 'react'

const marked = 'data-opens'

export interface OpeningRows {
  /** For a tr: a click on its own ground opens it. */
  row: (id: string) => { onClick: (event: MouseEvent) => void; className: string }
  /** For the button that carries the row's name: Tab and Enter reach it, arrows go on, and focus returns to it. */
  button: (id: string) => OpeningButton
}

export interface OpeningButton {
  onClick: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  [marked]: string
}

/** Rows that open by click, Enter and arrow keys. */
export function useOpeningRows(open: (id: string) => void): OpeningRows {
  return {
    row: (id) => ({
      className: 'gz-opens',
      onClick: ({ target }) => {
        if (target instanceof Element && target.closest('a, button') === null) open(id)
      },
    }),
    button: (id) => ({ onClick: () => open(id), onKeyDown: goOn, [marked]: id }),
  }
}

/** Arrow up and down go from row to row. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const rows = event.currentTarget.closest('table, ul, ol')
  if (step === undefined || !rows) return
  const buttons = [...rows.querySelectorAll<HTMLElement>(`[${marked}]`)]
  const next = buttons[buttons.indexOf(event.currentTarget) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** After a drawer has closed the keyboard goes on at the row it was opened from. */
export function focusRow(id: string): void {
  document.querySelector<HTMLElement>(`[${marked}="${CSS.escape(id)}"]`)?.focus()
}
