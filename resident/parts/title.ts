import { useEffect } from 'react'
import { useWords } from '../app/words.ts'

/** The page's name in the browser's title, so that tabs and readers tell pages apart. */
export function useTitle(name: string | undefined): void {
  const { t } = useWords()
  const site = t('site')
  useEffect(() => {
    document.title = name ? `${name} · ${site}` : site
  }, [name, site])
}
