import { MinusCircleOutlined, StarFilled } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerm } from '../../standards/names.ts'
import './marks.css'

/** A band by its name, with as many stars as it says; `none` for a total below all bands. */
export function BandMark({ band, large = false }: { band: string | null; large?: boolean }): ReactNode {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  if (band === null)
    return (
      <span className="gz-band gz-band-none">
        <MinusCircleOutlined aria-hidden /> {t('noBand')}
      </span>
    )
  const stars = Number(t(`stars.${band}`, { defaultValue: '0' }))
  return (
    <span className={large ? 'gz-band gz-band-large' : 'gz-band'}>
      <span aria-hidden className="gz-band-stars">
        {Array.from({ length: stars || 1 }, (_, index) => (
          <StarFilled key={index} />
        ))}
      </span>
      {term(band)}
    </span>
  )
}
