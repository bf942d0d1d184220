import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import i18next, { type BackendModule, type ReadCallback } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { recall, remember } from './remember.ts'

const languages = ['zh-CN', 'en'] as const
type Language = (typeof languages)[number]

const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' })

/** One JSON file per language and page module, fetched when the first page that needs it opens. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language: string, namespace: string, done: ReadCallback) {
    const load = files[`../locales/${language}/${namespace}.json`]
    if (!load) return done(new Error(`no locale file ${language}/${namespace}`), false)
    load().then(
      (texts) => done(null, texts),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), true),
    )
  },
}

function isLanguage(value: string | null | undefined): value is Language {
  return languages.some((language) => language === value)
}

function applyLanguage(language: string): void {
  document.documentElement.lang = language
  // antd's own texts follow through ConfigProvider; its calendars read dayjs, which is a separate setting.
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
}

/** Starts the texts in the remembered language, Chinese first. */
export async function startTexts(): Promise<void> {
  const remembered = recall('language')
  const language: Language = isLanguage(remembered) ? remembered : 'zh-CN'
  applyLanguage(language)
  i18next.on('languageChanged', (next) => {
    remember('language', next)
    applyLanguage(next)
  })
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'zh-CN',
      supportedLngs: [...languages],
      ns: ['shell', 'parts'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
}
