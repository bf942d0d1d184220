import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AutoComplete, type GetRef, Input } from 'antd'
import { type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../api/session.ts'
import { entriesFor } from './navigation.ts'
import { type Found, findAll } from './search-sources.ts'
import { useShortcut } from './useShortcut.ts'

function option({ key, title, note }: Found) {
  return {
    value: key,
    label: (
      <span className="gz-hit">
        <span>{title}</span>
        {note !== undefined && <span className="gz-faint">{note}</span>}
      </span>
    ),
  }
}

/** Opens by `/`. Finds pages by name at once; persons, places and bodies by the server's search. Arrows and Enter choose. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation('shell')
  const me = useMe()
  const router = useRouter()
  const box = useRef<GetRef<typeof AutoComplete>>(null)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  useShortcut('/', () => box.current?.focus())

  const { data: hits = [], error, isFetching } = useQuery({
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
    .map(({ key, to }): Found => ({ key: to, to, title: t(`nav.${key}`) }))
    .filter(({ title }) => text !== '' && title.toLowerCase().includes(text.toLowerCase()))
  const groups = [...(text === '' ? [] : hits), { group: 'pages', found: pages }].filter(
    ({ found }) => found.length > 0,
  )
  const options = groups.map(({ group, found }) => ({
    label: t(`search.groups.${group}`),
    options: found.map(option),
  }))
  function open(chosen: string): void {
    const hit = groups.flatMap(({ found }) => found).find(({ key }) => key === chosen)
    setTyped('')
    box.current?.blur()
    if (hit) void router.navigate({ href: hit.to })
  }

  return (
    <search className="gz-search">
      <AutoComplete
        ref={box}
        value={typed}
        options={options}
        notFoundContent={text === '' || isFetching ? null : t(error ? 'search.failed' : 'search.none')}
        onSearch={setTyped}
        onSelect={open}
        popupMatchSelectWidth={360}
      >
        <Input
          prefix={<SearchOutlined aria-hidden />}
          suffix={<kbd aria-hidden>/</kbd>}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          aria-keyshortcuts="/"
        />
      </AutoComplete>
    </search>
  )
}
