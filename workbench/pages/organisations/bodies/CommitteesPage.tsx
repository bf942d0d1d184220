import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  type committeeRow,
  exportCommittees,
  listCommittees,
} from '../../../../contracts/organisations/staff.ts'
import { bodyKind } from '../../../../contracts/organisations/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, only } from '../../../parts/list/types.ts'
import { bodyAddress } from '../addresses.ts'
import { OrganisationTabs } from '../shared/OrganisationTabs.tsx'
import { usePlaceFilter } from '../shared/PlaceFilter.tsx'
import { useShownPlace } from '../shared/useShownPlace.ts'
import { useCommitteeColumns } from './CommitteesSection.tsx'

const kinds = ['owners-committee', 'property-management-committee'] as const

const filtersOf = (filters: Filters) =>
  ({
    kind: bodyKind.safeParse(only(filters.kind)).data,
    past: only(filters.past) === 'yes' ? 'yes' : 'no',
  }) as const

/** 业委会 and 物管会 that sit today; former ones by filter. */
export function CommitteesPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const place = useShownPlace()
  const placeFilter = usePlaceFilter()
  return (
    <ListPage<z.infer<typeof committeeRow>>
      name="organisations-committees"
      title={t('committees.title')}
      about={place}
      load={({ filters, after, signal }) =>
        call(listCommittees, { query: { ...filtersOf(filters), after, place } }, { signal })
      }
      exportAs={(filters) =>
        download(
          exportCommittees,
          { query: { ...filtersOf(filters), place } },
          `${t('committees.title')}.xlsx`,
        )
      }
      rowKey={({ id }) => id}
      columns={useCommitteeColumns()}
      open={({ id }) => bodyAddress(id)}
      filters={[
        {
          key: 'kind',
          label: t('bodies.kind'),
          kind: 'choice',
          options: kinds.map((value) => ({ value, label: t(`bodyKind.${value}`) })),
        },
        placeFilter,
        { key: 'past', label: t('past'), kind: 'choice', options: [{ value: 'yes', label: t('pastToo') }] },
      ]}
      empty={{ title: t('committees.none'), hint: t('committees.noneHint') }}
    >
      <OrganisationTabs />
    </ListPage>
  )
}
