import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import type { MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { getPlace, listPlaces } from '../../../../contracts/organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { type FactGroup } from '../../../parts/record/FactGroups.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { compoundsAddress, placeAddress, placesAddress } from '../addresses.ts'
import { RecordFrame } from '../shared/RecordFrame.tsx'
import { RowsSection } from '../shared/RowsSection.tsx'
import { ScoresSection } from '../shared/ScoresSection.tsx'
import { timelineOf } from '../shared/timeline.ts'
import { usePlaceColumns } from './columns.tsx'
import { type PlaceDeed, PlaceDialogs } from './PlaceDialogs.tsx'
import { PlaceHistory } from './PlaceHistory.tsx'

export type PlaceRecord = Answer<typeof getPlace>

/** A place: what lies below it, what it was before, and how it scored. */
export function PlacePage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['organisations', 'place', id],
    queryFn: ({ signal }) => call(getPlace, { params: { id } }, { signal }),
  })
  return (
    <RecordFrame
      query={query}
      title={t('places.one')}
      crumbs={[{ label: t('places.title'), to: placesAddress }]}
    >
      {(place) => <Place place={place} />}
    </RecordFrame>
  )
}

function Place({ place }: { place: PlaceRecord }): ReactNode {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const router = useRouter()
  const [deed, setDeed] = useState<PlaceDeed | null>(null)
  const { id, kind } = place
  const changes = place.can['organisations.change-divisions'] === true && place.endedOn === null
  const more: MenuProps['items'] = []
  if (changes) {
    more.push({ key: 'rename', label: t('rename.do'), onClick: () => setDeed('rename') })
    if (kind !== 'city') {
      more.push({ key: 'move', label: t('move.do'), onClick: () => setDeed('move') })
      more.push({ key: 'merge', label: t('merge.do'), onClick: () => setDeed('merge') })
      const split = () => void router.navigate({ href: `${placesAddress}/${id}/split` })
      more.push({ key: 'split', label: t('split.do'), onClick: split })
    }
  }
  const facts: FactGroup = {
    title: t('places.about'),
    facts: [
      { label: t('code'), value: <span className="gz-number">{place.code}</span> },
      { label: t('places.kind'), value: t(`placeKind.${kind}`) },
      {
        label: t('places.builtUp'),
        value: t(place.inBuiltUpArea ? 'places.inside' : 'places.outside'),
        hint: t('places.builtUpHint'),
      },
      { label: t('validFrom'), value: place.validFrom },
      { label: t('places.children'), value: count(place.children) },
      {
        label: t('places.compounds'),
        value: <Goto to={`${compoundsAddress}?place=${id}`}>{count(place.compounds)}</Goto>,
      },
    ],
  }
  return (
    <RecordPage
      title={place.name}
      crumbs={[
        { label: t('places.title'), to: placesAddress },
        ...place.ancestors.map((up) => ({ label: up.name, to: placeAddress(up.id, up.kind) })),
      ]}
      state={
        place.endedOn !== null && <StateTag kind="ended" word={t('places.ended', { day: place.endedOn })} />
      }
      more={more}
      groups={[facts]}
      {...timelineOf(place.timeline)}
    >
      {place.endedOn === null && <Below place={place} />}
      <PlaceHistory place={place} />
      {kind !== 'city' && kind !== 'compound' && <ScoresSection kind={kind} place={id} code={place.code} />}
      <PlaceDialogs
        place={place}
        deed={deed}
        onClose={() => setDeed(null)}
        onDone={() => client.invalidateQueries({ queryKey: ['organisations'] })}
      />
    </RecordPage>
  )
}

/** The next level, in one page: the largest street has some dozens of communities. */
function Below({ place }: { place: PlaceRecord }): ReactNode {
  const { t } = useTranslation('organisations')
  const columns = usePlaceColumns().filter(({ key }) => key !== 'parent' && key !== 'kind')
  const { data } = useQuery({
    queryKey: ['organisations', 'places', 'below', place.id],
    queryFn: ({ signal }) => call(listPlaces, { query: { parent: place.id, limit: 200 } }, { signal }),
  })
  return (
    <RowsSection
      title={t('places.below')}
      rows={data?.rows ?? []}
      rowKey={({ id }) => id}
      columns={columns}
      open={({ id, kind }) => placeAddress(id, kind)}
      none={t('places.nothingBelow')}
    />
  )
}
