import { EnvironmentOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJurisdiction } from './jurisdiction.tsx'

/** The place whose work is shown, among one's own; a plain label when there is only one. */
export function PlaceSwitcher(): ReactNode {
  const { t } = useTranslation('shell')
  const { own, place, choose } = useJurisdiction()
  if (!place) return null
  return (
    <div className="gz-place">
      <EnvironmentOutlined aria-hidden />
      {own.length === 1 ? (
        <span>
          <span className="gz-hidden">{t('place.label')}</span>
          {place.name}
        </span>
      ) : (
        <Select<string>
          variant="borderless"
          aria-label={t('place.label')}
          value={place.id}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
          popupMatchSelectWidth={false}
        />
      )}
    </div>
  )
}
