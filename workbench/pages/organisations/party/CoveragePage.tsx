import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  type coverageRow,
  exportCoverage,
  listCoverage,
} from '../../../../contracts/party-organisations/staff.ts'
import { coverageWay } from '../../../../contracts/party-organisations/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, only } from '../../../parts/list/types.ts'
import { OrganisationTabs } from '../shared/OrganisationTabs.tsx'
import { usePlaceFilter } from '../shared/PlaceFilter.tsx'
import { useShownPlace } from '../shared/useShownPlace.ts'
import { useCoverageColumns } from './columns.tsx'

const filtersOf = (filters: Filters) =>
  ({
    how: coverageWay.safeParse(only(filters.how)).data,
    past: only(filters.past) === 'yes' ? 'yes' : 'no',
  }) as const

/** Which bodies and projects Party work reaches, and how. */
export function CoveragePage(): ReactNode {
  const { t } = useTranslation('organisations')
  const place = useShownPlace()
  const placeFilter = usePlaceFilter()
  return (
    <ListPage<z.infer<typeof coverageRow>>
      name="party-coverage"
      title={t('coverage.title')}
      intro={t('coverage.intro')}
      about={place}
      load={({ filters, after, signal }) =>
        call(listCoverage, { query: { ...filtersOf(filters), after, place } }, { signal })
      }
      exportAs={(filters) =>
        download(exportCoverage, { query: { ...filtersOf(filters), place } }, `${t('coverage.title')}.xlsx`)
      }
      rowKey={({ id }) => id}
      columns={useCoverageColumns()}
      filters={[
        placeFilter,
        {
          key: 'how',
          label: t('coverage.how'),
          kind: 'choice',
          options: coverageWay.options.map((value) => ({ value, label: t(`coverageWay.${value}`) })),
        },
        { key: 'past', label: t('past'), kind: 'choice', options: [{ value: 'yes', label: t('pastToo') }] },
      ]}
      empty={{ title: t('coverage.none'), hint: t('coverage.noneHint') }}
    >
      <OrganisationTabs />
    </ListPage>
  )
}
