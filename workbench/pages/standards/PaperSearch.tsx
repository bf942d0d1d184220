import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { AutoComplete, Input } from 'antd'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchPapers } from '../../../contracts/standards/staff.ts'
import { call } from '../../api/client.ts'
import { paperAddress } from './addresses.ts'
import { usePick } from './names.ts'

/** Finds rows, clauses, requirements, limits and rulings by number or words. */
export function PaperSearch(): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const { data } = useQuery({
    queryKey: ['standards', 'search', text],
    enabled: text !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => call(searchPapers, { query: { text } }, { signal }),
  })
  const groups = Map.groupBy(data?.found ?? [], ({ kind }) => kind)
  const options = [...groups].map(([kind, found]) => ({
    label: t(`paper.${kind}`),
    options: found.map((paper) => ({
      value: paperAddress(kind, paper.id),
      label: (
        <span className="gz-paper-hit">
          <span className="gz-number gz-faint">{paper.id}</span>
          <span>{pick(paper.title, paper.titleEn)}</span>
        </span>
      ),
    })),
  }))
  return (
    <search>
      <AutoComplete
        className="gz-paper-search"
        value={typed}
        options={text === '' ? [] : options}
        notFoundContent={text === '' ? null : t('search.none')}
        onSearch={setTyped}
        onSelect={(to: string) => {
          setTyped('')
          void router.navigate({ href: to })
        }}
        popupMatchSelectWidth={420}
      >
        <Input
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
        />
      </AutoComplete>
    </search>
  )
}
