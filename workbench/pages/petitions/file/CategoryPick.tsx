import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { startFiling } from '../../../../contracts/petitions/public.ts'
import { call } from '../../../api/client.ts'
import { useEnglish } from '../../../parts/words.ts'

export type Category = Answer<typeof startFiling>['categories'][number]

/** The tree of matters in use; asked once. */
export function useCategories(): Category[] {
  const { data } = useQuery({
    queryKey: ['petition-categories'],
    queryFn: ({ signal }) => call(startFiling, { query: {} }, { signal }),
    staleTime: 10 * 60_000,
  })
  return data?.categories ?? []
}

interface Node {
  value: string
  title: string
  /** What typing searches in: name and code. */
  find: string
  selectable: boolean
  children?: Node[]
}

function treeOf(all: Category[], parent: string | null, english: boolean, anyLevel: boolean): Node[] {
  return all
    .filter((one) => one.parent === parent)
    .map(({ code, name, nameEn }) => {
      const children = treeOf(all, code, english, anyLevel)
      const title = english ? nameEn : name
      return {
        value: code,
        title,
        find: `${title} ${code}`,
        selectable: anyLevel || children.length === 0,
        ...(children.length > 0 ? { children } : {}),
      }
    })
}

interface CategoryPickProps {
  id?: string
  value?: string | undefined
  onChange?: (code: string | undefined) => void
  /** As a filter: a whole branch may be chosen too, and nothing. */
  asFilter?: boolean
  label?: string
}

/** A matter out of the tree, found by its name or code. */
export function CategoryPick({ id, value, onChange, asFilter = false, label }: CategoryPickProps): ReactNode {
  const { t } = useTranslation('petitions')
  const categories = useCategories()
  return (
    <TreeSelect<string>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(asFilter ? { className: 'gz-filter' } : {})}
      {...(value === undefined ? {} : { value })}
      treeData={treeOf(categories, null, useEnglish(), asFilter)}
      treeNodeLabelProp="title"
      showSearch={{ treeNodeFilterProp: 'find' }}
      allowClear={asFilter}
      placeholder={label ?? t('file.categoryHint')}
      popupMatchSelectWidth={280}
      treeExpandAction="click"
      onChange={(code: string | undefined) => onChange?.(code)}
    />
  )
}
