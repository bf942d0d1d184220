import { TranslationOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The button is named in the language it leads to, so that who cannot read this one finds it. */
export function LanguageSwitch(): ReactNode {
  const { i18n } = useTranslation('shell')
  const next = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button
      type="text"
      icon={<TranslationOutlined />}
      lang={next}
      onClick={() => void i18n.changeLanguage(next)}
    >
      {i18n.getFixedT(null, 'shell')('language.other')}
    </Button>
  )
}
