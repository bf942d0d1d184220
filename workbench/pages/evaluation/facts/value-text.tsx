import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rounded } from '../../../parts/format.ts'
import { NotApplicable, Unknown } from '../../../parts/marks/Unknown.tsx'
import { useTerm } from '../../standards/names.ts'

export interface Recorded {
  numerator: string | null
  denominator: string | null
  value: string | null
  named?: string | null
  notApplicable?: string | null
}

/** 12.000 → "12", 0.3333… → "0.33". */
export const plain = (figure: string): string => rounded(figure, 2).replace(/\.?0+$/, '')

/** A decimal, a fraction or a percentage is a figure; 优 and AA are names. */
const isFigure = (text: string): boolean => /^-?\d+(\.\d+)?(\/\d+)?$/.test(text)

/** What was recorded, as people wrote it: 是, 9 / 12, 优, 82.5. */
export function ValueText({ recorded, shape }: { recorded: Recorded; shape: string | undefined }): ReactNode {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  const { numerator, denominator, value, named, notApplicable } = recorded
  if (notApplicable) return <NotApplicable reason={notApplicable} />
  if (named) return term(named)
  if (numerator !== null)
    return (
      <span className="gz-number">
        {denominator === null ? plain(numerator) : `${plain(numerator)} / ${plain(denominator)}`}
      </span>
    )
  if (value === null) return <Unknown />
  if (shape === 'yes-no') return t(value === '0' ? 'no' : 'yes')
  return isFigure(value) ? <span className="gz-number">{plain(value)}</span> : term(value)
}
