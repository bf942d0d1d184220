import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type GetRef, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useDeferredValue, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/session.ts'
import { entriesFor } from './navigation.ts'
import { SearchHits } from './SearchHits.tsx'
import { type Found, findAll, type Group } from './search-sources.ts'
import { useShortcut } from './useShortcut.ts'

/** Opens by `/`. Finds pages by name at once; persons, places and bodies by the server. Arrows and Enter choose. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation('shell')
  const router = useRouter()
  const box = useRef<GetRef<typeof Input>>(null)
  const list = useId()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const text = useDeferredValue(typed.trim())
  const { groups, error, isFetching } = useFound(text)
  const hits = groups.flatMap(({ found }) => found)
  const shown = open && text !== ''
  const chosen = hits[Math.min(active, hits.length - 1)]
  useShortcut('/', () => box.current?.focus())

  function go(hit: Found): void {
    setTyped('')
    box.current?.blur()
    void router.navigate({ href: hit.to })
  }
  function pressed(event: KeyboardEvent): void {
    // Enter also ends the choice of characters in a Chinese input method.
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) {
      event.preventDefault()
      setActive((Math.min(active, hits.length - 1) + step + hits.length) % hits.length)
    } else if (event.key === 'Enter' && shown && chosen) go(chosen)
    else if (event.key === 'Escape' && shown) setOpen(false)
  }
  return (
    <search className="gz-search">
      <Input
        ref={box}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={pressed}
        prefix={<SearchOutlined aria-hidden />}
        suffix={<kbd aria-hidden>/</kbd>}
        placeholder={t('search.placeholder')}
        role="combobox"
        autoComplete="off"
        aria-label={t('search.label')}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={shown && hits.length > 0}
        aria-controls={list}
        {...(shown && chosen ? { 'aria-activedescendant': `${list}-${chosen.key}` } : {})}
      />
      {shown && (
        <SearchHits
          id={list}
          groups={groups}
          chosen={chosen?.key}
          onChoose={go}
          none={isFetching ? null : t(error ? 'search.failed' : 'search.none')}
        />
      )}
    </search>
  )
}

/** What the text finds, in groups that are not empty. */
function useFound(text: string): { groups: Group[]; error: Error | null; isFetching: boolean } {
  const { t } = useTranslation('shell')
  const me = useMe()
  const {
    data = [],
    error,
    isFetching,
  } = useQuery({
    queryKey: ['search', text],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      // A pause before asking: each letter cancels the one before.
      await new Promise((resolve) => setTimeout(resolve, 200))
      return signal.aborted ? [] : findAll(text, signal)
    },
  })
  const pages = entriesFor(me)
    .map(({ key, to }): Found => ({ key: `page-${key}`, to, title: t(`nav.${key}`) }))
    .filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()))
  const groups = [...data, { group: 'pages' as const, found: pages }].filter(({ found }) => found.length > 0)
  return { groups, error, isFetching }
}
