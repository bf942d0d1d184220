import { useSyncExternalStore } from 'react'
import zh from '../locales/zh-CN.json' with { type: 'json' }
import { recall, remember } from './remember.ts'

type Texts = typeof zh
type Leaf<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaf<T[K], `${P}${K}.`>
}[keyof T & string]
/** "home.title": the path of a text in the locale files. */
export type Key = Leaf<Texts>
export type Language = 'zh-CN' | 'en'
type Holes = Record<string, string | number>

const listeners = new Set<() => void>()
let language: Language = 'zh-CN'
let texts: Texts = zh

/** Chinese travels with the site; English comes when it is asked for. */
export async function speak(next: Language): Promise<void> {
  remember('public-language', next === 'zh-CN' ? null : next)
  texts = next === 'en' ? (await import('../locales/en.json', { with: { type: 'json' } })).default : zh
  language = next
  document.documentElement.lang = next
  for (const tell of listeners) tell()
}

export const remembered = (): Language => (recall('public-language') === 'en' ? 'en' : 'zh-CN')

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

function say(key: Key, holes: Holes = {}): string {
  const found = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], texts)
  return String(found).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(holes[name] ?? ''))
}

export interface Words {
  language: Language
  t(key: Key, holes?: Holes): string
  /** The one of two texts that the reader reads. */
  either(zh: string, en: string): string
}

const spoken: Record<Language, Words> = {
  'zh-CN': { language: 'zh-CN', t: say, either: (text) => text },
  en: { language: 'en', t: say, either: (_, text) => text },
}

/** The texts in the reader's language; the component is drawn again when it changes. */
export const useWords = (): Words => spoken[useSyncExternalStore(subscribe, () => language)]
