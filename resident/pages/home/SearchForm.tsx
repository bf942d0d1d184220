import { type ReactNode, useState } from 'react'
import { useWords } from '../../app/words.ts'
import { useGo } from '../../parts/To.tsx'

/** Name, pinyin, initials or code; the answers are the list of results. */
export function SearchForm({ text = '', round }: { text?: string; round?: string | undefined }): ReactNode {
  const { t } = useWords()
  const go = useGo()
  const [typed, setTyped] = useState(text)
  return (
    <form
      className="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go('/results', { round, text: typed.trim() })
      }}
    >
      <div className="searchrow">
        <label className="hidden" htmlFor="search">
          {t('home.searchLabel')}
        </label>
        <input
          id="search"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={60}
          placeholder={t('home.searchPlaceholder')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button primary">
          {t('home.search')}
        </button>
      </div>
    </form>
  )
}
