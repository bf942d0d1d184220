import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { getTable } from '../../../contracts/standards/staff.ts'
import { useOpened } from '../../parts/useOpened.ts'
import { usePick, useTerm } from './names.ts'
import { editionsQuery, tableQuery } from './queries.ts'
import { RowDrawer } from './RowDrawer.tsx'
import { RowsTable } from './RowsTable.tsx'
import { StandardsHead } from './StandardsHead.tsx'

/** One table of the edition in force, laid out as the standard prints it; a row opens its clause, limits and rulings. */
export function TablePage(): ReactNode {
  const { table } = useParams({ from: '/signed-in/shell/standards/tables/$table' })
  const edition = useSuspenseQuery(editionsQuery).data.editions[0]
  return edition ? <TableOf key={table} edition={edition.id} table={table} /> : null
}

function TableOf({ edition, table: id }: { edition: string; table: string }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const { data } = useSuspenseQuery(tableQuery(edition, id))
  const row = useOpened('row')
  const { table, rows } = data
  return (
    <div className="gz-page">
      <StandardsHead
        title={`${table.id} ${pick(table.title, table.titleEn)}`}
        intro={<TableIntro data={data} />}
      />
      <section className="gz-card" aria-label={pick(table.title, table.titleEn)}>
        <RowsTable table={table} rows={rows} onOpen={row.open} />
      </section>
      <RowDrawer
        edition={edition}
        row={row.opened}
        rows={useMemo(() => rows.map((r) => r.id), [rows])}
        onOpen={row.open}
        onClose={row.close}
        title={t('row')}
      />
    </div>
  )
}

function TableIntro({ data: { edition, table } }: { data: Answer<typeof getTable> }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const term = useTerm()
  const bands = table.bands
    .map((b) => {
      const [from, to] = [t('bandFrom', { from: b.from }), b.includesTo ? t('bandTo', { to: b.to }) : b.to]
      return `${pick(b.name, b.nameEn)} ${from}–${to}`
    })
    .join(t('comma'))
  return (
    <>
      {t('tableIntro', {
        edition: pick(edition.title, edition.titleEn),
        organiser: pick(table.organiser, table.organiserEn),
        points: table.points,
        owners: table.ownersShare.points,
        evaluators: table.ownersShare.evaluators.map(term).join(t('comma')),
      })}
      {bands !== '' && <> {t('tableBands', { bands })}</>}
    </>
  )
}
