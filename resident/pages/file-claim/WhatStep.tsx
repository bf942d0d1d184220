import { type ReactNode, useState } from 'react'
import type { Category } from '../../api/claims.ts'
import { useWords } from '../../app/words.ts'
import { Emergency } from './Emergency.tsx'

interface WhatStepProps {
  categories: readonly Category[]
  onChoose: (code: string) => void
}

/** First tap: what it is about. Frequent matters first; the rest by group. */
export function WhatStep({ categories, onChoose }: WhatStepProps): ReactNode {
  const { t, either } = useWords()
  const [open, setOpen] = useState<string | null>(null)
  const groups = categories.filter(({ parent }) => parent === null)
  const under = (code: string) => categories.filter(({ parent }) => parent === code)
  const button = ({ code, name, nameEn }: Category) => (
    <li key={code}>
      <button type="button" className="button matter" onClick={() => onChoose(code)}>
        {either(name, nameEn)}
      </button>
    </li>
  )
  return (
    <>
      <h1>{t('report.what')}</h1>
      <Emergency />
      <ul className="matters">{categories.filter(({ common }) => common).map(button)}</ul>
      <h2 className="all">{t('report.allMatters')}</h2>
      <ul className="groups">
        {groups.map((group) => (
          <li key={group.code}>
            <button
              type="button"
              className="group"
              aria-expanded={open === group.code}
              onClick={() => setOpen(open === group.code ? null : group.code)}
            >
              {either(group.name, group.nameEn)}
              <span aria-hidden="true">{open === group.code ? '−' : '+'}</span>
            </button>
            {open === group.code && <ul className="matters">{under(group.code).map(button)}</ul>}
          </li>
        ))}
      </ul>
    </>
  )
}
