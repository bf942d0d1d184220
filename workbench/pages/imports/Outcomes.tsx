import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  exportOutcomes,
  type ImportRun,
  type Outcome,
  outcomesTold,
} from '../../../contracts/imports/staff.ts'
import { download } from '../../api/download.ts'
import { count } from '../../parts/format.ts'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { ListTable } from '../../parts/list/ListTable.tsx'
import { Pager } from '../../parts/list/Pager.tsx'
import type { ListColumn } from '../../parts/list/types.ts'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { OutcomeCells } from './OutcomeCells.tsx'
import { useOutcomes } from './pages.ts'
import '../../parts/list/list.css'

interface OutcomesProps {
  run: ImportRun
  outcome: Outcome['outcome']
}

/** Before the confirmation what the rows would add or change, on the receipt the records with the codes they were given. */
export function Outcomes({ run, outcome }: OutcomesProps): ReactNode {
  const { t } = useTranslation('imports')
  const recorded = run.state === 'imported'
  const found = useOutcomes(run.id, run.state, outcome)
  const columns = useOutcomeColumns(recorded, outcome)
  const title = t(`told.${outcome}.${recorded ? 'recorded' : 'checked'}`)
  const rows = found.data?.rows ?? []
  // One file holds both lists: its button stands at the first of them.
  const all = run.counts[outcome]
  return (
    <section className="gz-card" aria-label={title}>
      <div className="gz-section-head">
        <h2>{title}</h2>
        {recorded && (outcome === 'changed' || run.counts.changed === 0) && (
          <ExportButton
            label={t('told.download')}
            run={() => download(exportOutcomes, { params: { id: run.id } }, `${run.fileName}.xlsx`)}
          />
        )}
      </div>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading />}
      {found.data && (
        <>
          <ListTable<Outcome>
            label={title}
            rows={rows}
            rowKey={({ row }) => String(row)}
            columns={columns}
            open={rows.every(({ page }) => page !== null) ? ({ page }) => page ?? '' : undefined}
            sort={undefined}
            onSort={() => undefined}
            busy={found.isPlaceholderData}
            chosen={null}
            onChoose={() => undefined}
          />
          <Pager
            shown={rows.length}
            words={
              recorded || all <= outcomesTold
                ? t('told.all', { rows: count(all) })
                : t('told.first', { rows: count(all), first: outcomesTold })
            }
            page={found.page}
            next={found.data.next}
            onNext={found.forward}
            onBack={found.back}
          />
        </>
      )}
    </section>
  )
}

/** What it is called, its code, where it stands in the sheet, and what is in it. */
function useOutcomeColumns(recorded: boolean, outcome: Outcome['outcome']): ListColumn<Outcome>[] {
  const { t } = useTranslation('imports')
  const code: ListColumn<Outcome> = {
    key: 'code',
    title: t('told.code'),
    cell: ({ code: given }) => <span className="gz-number">{given ?? '—'}</span>,
  }
  const cells: ListColumn<Outcome> = {
    key: 'cells',
    title: t(outcome === 'changed' ? 'told.changes' : 'told.cells'),
    cell: (told) => <OutcomeCells told={told} />,
  }
  const isNew = outcome === 'created'
  return [
    {
      key: 'name',
      title: t('told.name'),
      cell: ({ name }) => <span className="gz-import-name">{name}</span>,
    },
    // The number of a new record is given when it is recorded.
    ...(isNew && !recorded ? [] : [code]),
    { key: 'row', title: t('told.row'), cell: ({ row }) => t('bad.row', { row }) },
    ...(isNew && recorded ? [] : [cells]),
  ]
}
