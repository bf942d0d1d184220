import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SubjectKind } from '../../../../contracts/evaluation/words.ts'
import type { Filter } from '../../../parts/list/types.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import { useTerm } from '../../standards/names.ts'
import { tableQuery } from '../../standards/queries.ts'
import type { RoundPage } from '../queries.ts'

/** The filters of a kind's list; those set by a chart or a figure show as one word that can be taken away. */
export function useScoreFilters(kind: SubjectKind, round: RoundPage | undefined): Filter[] {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  const { data } = useQuery({
    ...tableQuery(round?.edition ?? '', 'A.1'),
    enabled: round !== undefined && kind === 'compound',
  })
  const districts = new Map(round?.districts.map((d) => [d.districtId, d.districtName]))
  const filters: (Filter | false)[] = [
    { key: 'text', kind: 'text', label: t('filter.text') },
    {
      key: 'place',
      kind: 'own',
      label: t('filter.place'),
      control: (value, change) => (
        <PlacePick
          className="gz-filter"
          label={t('filter.place')}
          value={
            value === undefined ? null : { value, label: districts.get(value) ?? t('filter.placeChosen') }
          }
          onChange={(picked) => change(picked?.value)}
        />
      ),
    },
    kind === 'compound' && {
      key: 'band',
      kind: 'choice',
      label: t('column.band'),
      options: (data?.table.bands ?? []).map(({ name }) => ({ value: name, label: term(name) })),
    },
    kind === 'compound' && {
      key: 'variant',
      kind: 'choice',
      label: t('column.variant'),
      options: (data?.table.variants ?? []).map((value) => ({ value, label: term(value) })),
    },
    {
      key: 'state',
      kind: 'choice',
      label: t('column.data'),
      options: ['complete', 'incomplete', 'not-assessed'].map((value) => ({
        value,
        label: t(`scores.state.${value}`),
      })),
    },
    {
      key: 'missingRow',
      kind: 'own',
      label: t('filter.missingRow'),
      control: (value, change) => (
        <Chip
          value={value}
          word={(row) => t('filter.missingRowOf', { row })}
          onClear={() => change(undefined)}
        />
      ),
    },
    {
      key: 'least',
      kind: 'own',
      label: t('filter.least'),
      control: (value, change) => (
        <Chip
          value={value}
          word={(points) => t('filter.leastOf', { points })}
          onClear={() => change(undefined)}
        />
      ),
    },
    {
      key: 'below',
      kind: 'own',
      label: t('filter.below'),
      control: (value, change) => (
        <Chip
          value={value}
          word={(points) => t('filter.belowOf', { points })}
          onClear={() => change(undefined)}
        />
      ),
    },
  ]
  return filters.filter((filter) => filter !== false)
}

interface ChipProps {
  value: string | undefined
  word: (value: string) => string
  onClear: () => void
}

function Chip({ value, word, onClear }: ChipProps): ReactNode {
  if (value === undefined) return null
  return (
    <Button icon={<CloseOutlined />} iconPlacement="end" onClick={onClear}>
      {word(value)}
    </Button>
  )
}
