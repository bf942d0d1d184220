import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getPlace } from '../../../../contracts/organisations/staff.ts'
import { call } from '../../../api/client.ts'
import type { Filter } from '../../../parts/list/types.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'

interface PlaceControlProps {
  value: string | undefined
  label: string
  onChange: (place: string | undefined) => void
}

/** The address keeps the id only: its name is asked for. */
function PlaceControl({ value, label, onChange }: PlaceControlProps): ReactNode {
  const { data } = useQuery({
    queryKey: ['organisations', 'place', value],
    enabled: value !== undefined,
    queryFn: ({ signal }) => call(getPlace, { params: { id: value ?? '' } }, { signal }),
  })
  const picked = value === undefined ? null : { value, label: data?.name ?? '…' }
  return (
    <PlacePick
      className="gz-filter"
      label={label}
      value={picked}
      onChange={(next) => onChange(next?.value)}
    />
  )
}

/** Narrows a list to a place below the one chosen in the top bar. */
export function usePlaceFilter(): Filter {
  const { t } = useTranslation('organisations')
  const label = t('place')
  return {
    key: 'place',
    label,
    kind: 'own',
    control: (value, change) => <PlaceControl value={value} label={label} onChange={change} />,
  }
}
