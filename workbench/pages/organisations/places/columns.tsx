import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { listPlaces } from '../../../../contracts/organisations/staff.ts'
import { count } from '../../../parts/format.ts'
import type { ListColumn } from '../../../parts/list/types.ts'

type Row = Answer<typeof listPlaces>['rows'][number]

/** Columns of a list of places; a compound has nothing below it. */
export function usePlaceColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('organisations')
  return [
    { key: 'name', title: t('places.name'), cell: ({ name }) => name },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="gz-number">{code}</span> },
    { key: 'kind', title: t('places.kind'), cell: ({ kind }) => t(`placeKind.${kind}`) },
    { key: 'parent', title: t('places.parent'), cell: ({ parentName }) => parentName ?? '—' },
    {
      key: 'children',
      title: t('places.children'),
      cell: ({ kind, children }) => (kind === 'compound' ? '—' : count(children)),
      numeric: true,
    },
    {
      key: 'compounds',
      title: t('places.compounds'),
      cell: ({ kind, compounds }) => (kind === 'compound' ? '—' : count(compounds)),
      numeric: true,
    },
    {
      key: 'builtUp',
      title: t('places.builtUp'),
      cell: ({ inBuiltUpArea }) => t(inBuiltUpArea ? 'places.inside' : 'places.outside'),
    },
  ]
}
