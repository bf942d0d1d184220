import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { scoreListRow } from '../../../../contracts/evaluation/staff.ts'
import type { SubjectKind } from '../../../../contracts/evaluation/words.ts'
import { count, score } from '../../../parts/format.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import { NotApplicable, Unknown } from '../../../parts/marks/Unknown.tsx'
import { useTerm } from '../../standards/names.ts'
import { BandMark } from '../marks/BandMark.tsx'
import { ChangeMark } from '../marks/ChangeMark.tsx'
import { MissingMark } from '../marks/MissingMark.tsx'
import { Provisional, StaleMark } from '../marks/Provisional.tsx'

type Row = z.infer<typeof scoreListRow>

/** The total, or why there is none. */
export function Total({ row }: { row: Pick<Row, 'total' | 'notAssessed'> }): ReactNode {
  const { t } = useTranslation('evaluation')
  if (row.notAssessed !== null)
    return <NotApplicable reason={t(`notAssessed.${row.notAssessed}`, { defaultValue: row.notAssessed })} />
  return row.total === null ? <Unknown why={t('round.notComputed')} /> : <strong>{score(row.total)}</strong>
}

const lacks = (row: Row): boolean => (row.missingRows ?? 0) > 0

/** A rank among totals that may still rise is provisional. */
function Rank({ row }: { row: Row }): ReactNode {
  if (row.rank === null) return null
  return (
    <>
      {row.rank} {lacks(row) && <Provisional />}
    </>
  )
}

/** The columns that mean something for a kind: only compounds have stars and variants, a district has no street. */
export function useScoreColumns(kind: SubjectKind): ListColumn<Row>[] {
  const { t } = useTranslation('evaluation')
  const term = useTerm()
  const columns: (ListColumn<Row> | false)[] = [
    { key: 'name', title: t('column.name'), cell: (row) => row.name },
    { key: 'total', title: t('column.total'), cell: (row) => <Total row={row} />, numeric: true },
    kind === 'compound' && {
      key: 'band',
      title: t('column.band'),
      cell: (row) =>
        row.total === null ? null : (
          <>
            <BandMark band={row.band} /> {lacks(row) && <Provisional />}
          </>
        ),
    },
    { key: 'rank', title: t('column.rank'), cell: (row) => <Rank row={row} />, numeric: true },
    {
      key: 'change',
      title: t('column.change'),
      cell: (row) => <ChangeMark change={row.change} incomparable={row.incomparable} />,
      numeric: true,
    },
    {
      key: 'missing',
      title: t('column.data'),
      cell: (row) => (
        <>
          <MissingMark rows={row.missingRows} /> {row.stale && <StaleMark />}
        </>
      ),
    },
    kind !== 'district' && { key: 'district', title: t('column.district'), cell: (row) => row.districtName },
    (kind === 'compound' || kind === 'community') && {
      key: 'street',
      title: t('column.street'),
      cell: (row) => row.streetName,
    },
    kind === 'compound' && {
      key: 'variant',
      title: t('column.variant'),
      cell: (row) => (row.variant === null ? null : term(row.variant)),
    },
    { key: 'households', title: t('column.households'), cell: (row) => count(row.households), numeric: true },
    {
      key: 'code',
      title: t(kind === 'enterprise' ? 'column.uscc' : 'column.code'),
      cell: (row) => <span className="gz-number">{row.code}</span>,
    },
  ]
  return columns.filter((column) => column !== false)
}
