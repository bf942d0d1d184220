import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { createPlace, exportPlaces, listPlaces } from '../../../../contracts/organisations/staff.ts'
import { placeKind } from '../../../../contracts/organisations/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, only } from '../../../parts/list/types.ts'
import { placeAddress } from '../addresses.ts'
import { OrganisationTabs } from '../shared/OrganisationTabs.tsx'
import { usePlaceColumns } from './columns.tsx'
import { NewPlaceDialog } from './NewPlaceDialog.tsx'

type Row = Answer<typeof listPlaces>['rows'][number]

/** One level at a time; any filter searches all levels below the chosen place. */
function asked(place: string | undefined, filters: Filters) {
  const kind = placeKind.safeParse(only(filters.kind)).data
  const text = only(filters.text)
  const builtUp = only(filters.builtUp)
  const searches = kind !== undefined || text !== undefined || builtUp !== undefined
  return {
    kind,
    text,
    builtUp: builtUp === 'yes' || builtUp === 'no' ? builtUp : undefined,
    parent: searches ? undefined : place,
    within: searches ? place : undefined,
  } as const
}

export function PlacesPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { place } = useJurisdiction()
  const client = useQueryClient()
  const [makes, setMakes] = useState(false)
  const columns = usePlaceColumns()
  const changes = may(useMe(), createPlace.verb)
  return (
    <ListPage<Row>
      name="organisations-places"
      title={t('places.title')}
      intro={t('places.intro', { place: place?.name ?? t('places.all') })}
      about={place?.id}
      load={({ filters, after, signal }) =>
        call(listPlaces, { query: { ...asked(place?.id, filters), after } }, { signal })
      }
      exportAs={(filters) =>
        download(exportPlaces, { query: asked(place?.id, filters) }, `${t('places.title')}.xlsx`)
      }
      rowKey={({ id }) => id}
      columns={columns}
      open={({ id, kind }) => placeAddress(id, kind)}
      actions={
        changes && (
          <Button icon={<PlusOutlined />} onClick={() => setMakes(true)}>
            {t('places.new')}
          </Button>
        )
      }
      filters={[
        { key: 'text', label: t('text'), kind: 'text', example: t('textExample') },
        {
          key: 'kind',
          label: t('places.kind'),
          kind: 'choice',
          options: placeKind.options.map((value) => ({ value, label: t(`placeKind.${value}`) })),
        },
        {
          key: 'builtUp',
          label: t('places.builtUp'),
          kind: 'choice',
          options: [
            { value: 'yes', label: t('places.inside') },
            { value: 'no', label: t('places.outside') },
          ],
        },
      ]}
      empty={{ title: t('places.none'), hint: t('places.noneHint') }}
    >
      <OrganisationTabs />
      {makes && (
        <NewPlaceDialog
          onClose={() => setMakes(false)}
          onDone={() => void client.invalidateQueries({ queryKey: ['organisations-places'] })}
        />
      )}
    </ListPage>
  )
}
