import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A roof over three columns: residents, enterprise and community under one roof. */
export function Mark({ size }: { size: number }): ReactNode {
  return <img src={`${import.meta.env.BASE_URL}mark.svg`} width={size} height={size} alt="" />
}

export function Brand(): ReactNode {
  const { t } = useTranslation('shell')
  return (
    <Link to="/" className="gz-brand">
      <Mark size={28} />
      <span className="gz-brand-name">{t('product')}</span>
    </Link>
  )
}
