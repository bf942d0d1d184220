import { useCallback } from 'react'
import { useEnglish } from '../../parts/words.ts'

interface Words {
  zh: string
  en: string
}

/** What the wire names in both languages, in the one that is shown. */
export function useNamed(): (words: Words) => string {
  const english = useEnglish()
  return useCallback(({ zh, en }) => (english ? en : zh), [english])
}

/** Choices of a filter or field out of a table of names. */
export function useChoices(): <K extends string>(
  names: Partial<Record<K, Words>>,
) => { value: K; label: string }[] {
  const named = useNamed()
  return useCallback(
    <K extends string>(names: Partial<Record<K, Words>>) =>
      (Object.entries(names) as [K, Words][]).map(([value, words]) => ({ value, label: named(words) })),
    [named],
  )
}
