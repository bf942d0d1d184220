import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePick } from '../../standards/names.ts'
import { type FactDefinition, factDefinitionsQuery } from '../queries.ts'

interface FactChoiceProps {
  id?: string
  value?: string | null
  onChange?: (fact: string | undefined) => void
  label?: string
  className?: string
}

/** The table of the first row that reads a fact; the rest serve the requirements alone. */
const tableOf = (fact: FactDefinition): string => (fact.rows[0] ? `A.${fact.rows[0][0]}` : '')

/** A recordable fact, found by the number of its row or by words of its title. */
export function FactChoice({ id, value, onChange, label, className }: FactChoiceProps): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const { data, isPending } = useQuery(factDefinitionsQuery)
  const groups = Map.groupBy(
    (data?.facts ?? []).toSorted((a, b) => (a.rows[0] ?? '9').localeCompare(b.rows[0] ?? '9')),
    tableOf,
  )
  const options = [...groups].map(([table, facts]) => ({
    label: table === '' ? t('facts.noRow') : t('facts.ofTable', { table }),
    options: facts.map((fact) => ({
      value: fact.id,
      label: [...fact.rows, pick(fact.title, fact.titleEn)].join(' '),
    })),
  }))
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(className === undefined ? {} : { className })}
      value={value ?? null}
      loading={isPending}
      allowClear
      placeholder={label ?? t('facts.choose')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={420}
      options={options}
      onChange={(next: string | undefined) => onChange?.(next)}
    />
  )
}
