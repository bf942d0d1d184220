import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { createEnterprise, exportBodies, listBodies } from '../../../../contracts/organisations/staff.ts'
import { type BodyKind, bodyKind } from '../../../../contracts/organisations/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { count } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filter, type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { bodyAddress } from '../addresses.ts'
import { OrganisationTabs } from '../shared/OrganisationTabs.tsx'
import { usePlaceFilter } from '../shared/PlaceFilter.tsx'
import { useShownPlace } from '../shared/useShownPlace.ts'
import { NewBodyDialog } from './NewBodyDialog.tsx'

type Row = Answer<typeof listBodies>['rows'][number]

/** Committees have a list of their own. */
const kinds: readonly BodyKind[] = [
  'enterprise',
  'other-manager',
  'association',
  'department',
  'residents-committee',
]

const filtersOf = (filters: Filters) =>
  ({
    kind: bodyKind.safeParse(only(filters.kind)).data ?? 'enterprise',
    text: only(filters.text),
    past: only(filters.past) === 'yes' ? 'yes' : 'no',
  }) as const

export function BodiesPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const me = useMe()
  const place = useShownPlace()
  const placeFilter = usePlaceFilter()
  const kindFilter = useKindFilter()
  const [makes, setMakes] = useState(false)
  const columns = useBodyColumns()
  return (
    <ListPage<Row>
      name="organisations-bodies"
      title={t('bodies.title')}
      about={place}
      load={({ filters, after, signal }) =>
        call(listBodies, { query: { ...filtersOf(filters), after, place } }, { signal })
      }
      exportAs={(filters) =>
        download(exportBodies, { query: { ...filtersOf(filters), place } }, `${t('bodies.title')}.xlsx`)
      }
      rowKey={({ id }) => id}
      columns={columns}
      open={({ id }) => bodyAddress(id)}
      actions={
        may(me, createEnterprise.verb) && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setMakes(true)}>
            {t('bodies.new')}
          </Button>
        )
      }
      filters={[
        { key: 'text', label: t('text'), kind: 'text', example: t('textExample') },
        kindFilter,
        placeFilter,
        { key: 'past', label: t('past'), kind: 'choice', options: [{ value: 'yes', label: t('pastToo') }] },
      ]}
      empty={{ title: t('bodies.none'), hint: t('bodies.noneHint') }}
    >
      <OrganisationTabs />
      {makes && (
        <NewBodyDialog
          onClose={() => setMakes(false)}
          onDone={() => client.invalidateQueries({ queryKey: ['organisations-bodies'] })}
        />
      )}
    </ListPage>
  )
}

/** What tells bodies apart. */
function useBodyColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('organisations')
  return [
    { key: 'name', title: t('bodies.name'), cell: ({ name }) => name },
    { key: 'kind', title: t('bodies.kind'), cell: ({ kind }) => t(`bodyKind.${kind}`) },
    {
      key: 'uscc',
      title: t('bodies.uscc'),
      cell: ({ uscc }) => <span className="gz-number">{uscc ?? '—'}</span>,
    },
    { key: 'place', title: t('bodies.place'), cell: ({ placeName }) => placeName },
    { key: 'compounds', title: t('bodies.compounds'), cell: (row) => count(row.compounds), numeric: true },
    { key: 'from', title: t('bodies.from'), cell: ({ from }) => from, hiddenAtFirst: true },
    { key: 'to', title: t('bodies.to'), cell: ({ to }) => to ?? '—', hiddenAtFirst: true },
  ]
}

/** Always one kind: enterprises until another is chosen. */
function useKindFilter(): Filter {
  const { t } = useTranslation('organisations')
  const label = t('bodies.kind')
  const options = kinds.map((kind) => ({ value: kind, label: t(`bodyKind.${kind}`) }))
  return {
    key: 'kind',
    label,
    kind: 'own',
    control: (value, change) => (
      <Select<string>
        className="gz-filter"
        aria-label={label}
        value={value ?? 'enterprise'}
        options={options}
        onChange={(next) => change(next === 'enterprise' ? undefined : next)}
      />
    ),
  }
}
