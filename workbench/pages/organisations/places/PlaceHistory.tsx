import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Goto } from '../../../parts/Goto.tsx'
import type { ListColumn } from '../../../parts/list/types.ts'
import { placeAddress } from '../addresses.ts'
import { RowsSection } from '../shared/RowsSection.tsx'
import type { PlaceRecord } from './PlacePage.tsx'

type Version = PlaceRecord['versions'][number]
type Relative = PlaceRecord['successors'][number]

/** Every state the place has had, and what it came from or went into: scores follow the tree of their own day. */
export function PlaceHistory({ place }: { place: PlaceRecord }): ReactNode {
  const { t } = useTranslation('organisations')
  const columns = useVersionColumns()
  const relatives = [
    ...place.predecessors.map((one) => ({ one, way: one.how === 'merge' ? 'absorbed' : 'splitFrom' })),
    ...place.successors.map((one) => ({ one, way: one.how === 'merge' ? 'mergedInto' : 'splitInto' })),
  ]
  return (
    <RowsSection
      title={t('history.title')}
      rows={place.versions}
      rowKey={({ from }) => from}
      columns={columns}
      none={t('history.none')}
    >
      {relatives.length > 0 && (
        <ul className="gz-org-history">
          {relatives.map(({ one, way }) => (
            <li key={`${way}${one.id}`}>
              {one.on} {t(`history.${way}`)} <Relation relative={one} />
            </li>
          ))}
        </ul>
      )}
    </RowsSection>
  )
}

function Relation({ relative }: { relative: Relative }): ReactNode {
  const { id, kind, name, code } = relative
  return (
    <>
      <Goto to={placeAddress(id, kind)}>{name}</Goto> <span className="gz-faint gz-number">{code}</span>
    </>
  )
}

/** One state the place has had. */
function useVersionColumns(): ListColumn<Version>[] {
  const { t } = useTranslation('organisations')
  return [
    { key: 'from', title: t('history.from'), cell: ({ from }) => from },
    { key: 'to', title: t('history.to'), cell: ({ to }) => to ?? t('history.now') },
    { key: 'name', title: t('places.name'), cell: ({ name }) => name },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="gz-number">{code}</span> },
    { key: 'parent', title: t('places.parent'), cell: ({ parentName }) => parentName ?? '—' },
    {
      key: 'builtUp',
      title: t('places.builtUp'),
      cell: ({ inBuiltUpArea }) => t(inBuiltUpArea ? 'places.inside' : 'places.outside'),
    },
  ]
}
