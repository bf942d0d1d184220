import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { createCompound, exportCompounds, listCompounds } from '../../../../contracts/organisations/staff.ts'
import { compoundType, managementMode } from '../../../../contracts/organisations/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { count } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { compoundAddress, compoundsAddress } from '../addresses.ts'
import { areaShown } from '../shared/area.ts'
import { OrganisationTabs } from '../shared/OrganisationTabs.tsx'
import { usePlaceFilter } from '../shared/PlaceFilter.tsx'
import { useShownPlace } from '../shared/useShownPlace.ts'

type Row = Answer<typeof listCompounds>['rows'][number]

const filtersOf = (filters: Filters) => ({
  text: only(filters.text),
  type: compoundType.safeParse(only(filters.type)).data,
  mode: managementMode.safeParse(only(filters.mode)).data,
  contract: only(filters.contract) === 'none' ? ('none' as const) : undefined,
})

export function CompoundsPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const router = useRouter()
  const me = useMe()
  const place = useShownPlace()
  const placeFilter = usePlaceFilter()
  const columns: ListColumn<Row>[] = [
    { key: 'name', title: t('compounds.name'), cell: ({ name }) => name },
    { key: 'district', title: t('placeKind.district'), cell: ({ districtName }) => districtName },
    { key: 'street', title: t('placeKind.street'), cell: ({ streetName }) => streetName },
    { key: 'community', title: t('placeKind.community'), cell: ({ communityName }) => communityName },
    { key: 'type', title: t('compounds.type'), cell: ({ type }) => t(`compoundType.${type}`) },
    { key: 'mode', title: t('compounds.mode'), cell: (row) => t(`managementMode.${row.managementMode}`) },
    { key: 'provider', title: t('compounds.provider'), cell: ({ providerName }) => providerName ?? '—' },
    {
      key: 'households',
      title: t('compounds.households'),
      cell: (row) => count(row.households),
      numeric: true,
    },
    {
      key: 'buildings',
      title: t('compounds.buildings'),
      cell: (row) => count(row.buildings),
      numeric: true,
      hiddenAtFirst: true,
    },
    {
      key: 'area',
      title: t('compounds.area'),
      cell: ({ areaCenti }) => areaShown(areaCenti),
      numeric: true,
      hiddenAtFirst: true,
    },
    {
      key: 'enclosure',
      title: t('compounds.enclosure'),
      cell: ({ enclosure }) => t(`enclosure.${enclosure}`),
      hiddenAtFirst: true,
    },
    { key: 'code', title: t('code'), cell: ({ code }) => code, hiddenAtFirst: true },
  ]
  const actions = may(me, createCompound.verb) && (
    <>
      <Button onClick={() => void router.navigate({ href: '/imports/new?kind=compounds' })}>
        {t('bySheet')}
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined />}
        onClick={() => void router.navigate({ href: `${compoundsAddress}/new` })}
      >
        {t('compounds.new')}
      </Button>
    </>
  )
  return (
    <ListPage<Row>
      name="organisations-compounds"
      title={t('compounds.title')}
      actions={actions}
      about={place}
      load={({ filters, after, signal }) =>
        call(listCompounds, { query: { ...filtersOf(filters), after, place } }, { signal })
      }
      exportAs={(filters) =>
        download(exportCompounds, { query: { ...filtersOf(filters), place } }, `${t('compounds.title')}.xlsx`)
      }
      rowKey={({ id }) => id}
      columns={columns}
      open={({ id }) => compoundAddress(id)}
      filters={[
        { key: 'text', label: t('text'), kind: 'text', example: t('textExample') },
        placeFilter,
        {
          key: 'type',
          label: t('compounds.type'),
          kind: 'choice',
          options: compoundType.options.map((value) => ({ value, label: t(`compoundType.${value}`) })),
        },
        {
          key: 'contract',
          label: t('compounds.contract'),
          kind: 'choice',
          options: [{ value: 'none', label: t('compounds.noContract') }],
        },
        {
          key: 'mode',
          label: t('compounds.mode'),
          kind: 'choice',
          options: managementMode.options.map((value) => ({ value, label: t(`managementMode.${value}`) })),
        },
      ]}
      empty={{ title: t('compounds.none'), hint: t('compounds.noneHint') }}
    >
      <OrganisationTabs />
    </ListPage>
  )
}
