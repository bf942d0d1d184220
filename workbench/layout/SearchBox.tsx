import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AutoComplete, type GetRef, Input } from 'antd'
import { type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../api/session.ts'
import { entriesFor } from './navigation.ts'
import { type Found, sources } from './search-sources.ts'
import { useShortcut } from './useShortcut.ts'

interface Hits {
  group: string
  found: Found[]
}

function option({ to, title, note }: Found) {
  return {
    value: to,
    label: (
      <span className="gz-hit">
        <span>{title}</span>
        {note !== undefined && <span className="gz-faint">{note}</span>}
      </span>
    ),
  }
}

/** Opens by `/`. Finds pages by name at once and places and bodies by the server's search. */
export function SearchBox(): ReactNode {
  const { t } = useTranslation('shell')
  const me = useMe()
  const router = useRouter()
  const box = useRef<GetRef<typeof AutoComplete>>(null)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  useShortcut('/', () => box.current?.focus())

  const asked = sources.filter(({ verb }) => verb === null || may(me, verb))
  const { data: hits = [], error } = useQuery({
    queryKey: ['search', text],
    enabled: text !== '' && asked.length > 0,
    queryFn: async ({ signal }): Promise<Hits[]> => {
      // A pause before asking: each letter cancels the one before.
      await new Promise((resolve) => setTimeout(resolve, 200))
      if (signal.aborted) return []
      return Promise.all(asked.map(async ({ group, find }) => ({ group, found: await find(text, signal) })))
    },
  })
  const pages = entriesFor(me)
    .map(({ key, to }) => ({ to, title: t(`nav.${key}`) }))
    .filter(({ title }) => text !== '' && title.toLowerCase().includes(text.toLowerCase()))
  const options = [...hits, { group: 'pages', found: pages }]
    .filter(({ found }) => found.length > 0)
    .map(({ group, found }) => ({ label: t(`search.groups.${group}`), options: found.map(option) }))

  return (
    <search className="gz-search">
      <AutoComplete
        ref={box}
        value={typed}
        options={options}
        notFoundContent={text === '' ? null : t(error ? 'search.failed' : 'search.none')}
        onSearch={setTyped}
        onSelect={(to: string) => {
          setTyped('')
          box.current?.blur()
          void router.navigate({ href: to })
        }}
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
