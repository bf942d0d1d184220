import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadBadRows, type ImportRun } from '../../../contracts/imports/staff.ts'
import { download } from '../../api/download.ts'
import { count } from '../../parts/format.ts'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { ListTable } from '../../parts/list/ListTable.tsx'
import { Pager } from '../../parts/list/Pager.tsx'
import type { ListColumn } from '../../parts/list/types.ts'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { useFindings } from './pages.ts'
import '../../parts/list/list.css'

interface Fault {
  key: string
  row: number
  /** What the row says it is. */
  name: string
  cell: string | null
  header: string
  value: string
  why: string
}

/** Each fault with its cell, what stands there and what to write instead; all of them as a sheet to correct. */
export function BadRows({ run }: { run: ImportRun }): ReactNode {
  const { t, i18n } = useTranslation('imports')
  const found = useFindings(run.id, 'refused')
  const faults = (found.data?.rows ?? []).flatMap(({ row, named, faults: ofRow }) =>
    ofRow.map(
      ({ cell, header, value, zh, en }, index): Fault => ({
        key: `${row}-${index}`,
        row,
        name: named
          .map((one) => one.value)
          .filter((word) => word !== '')
          .join(' · '),
        cell,
        header,
        value,
        why: i18n.language === 'en' ? en : zh,
      }),
    ),
  )
  const columns = useFaultColumns()
  return (
    <section className="gz-card gz-import-bad" aria-label={t('bad.title')}>
      <div className="gz-section-head">
        <h2>{t('bad.title')}</h2>
        <ExportButton
          label={t('bad.download')}
          run={() => download(downloadBadRows, { params: { id: run.id } }, `${run.fileName}.xlsx`)}
        />
      </div>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading />}
      {found.data && (
        <>
          <ListTable<Fault>
            label={t('bad.title')}
            rows={faults}
            rowKey={({ key }) => key}
            columns={columns}
            open={undefined}
            sort={undefined}
            onSort={() => undefined}
            busy={found.isPlaceholderData}
            chosen={null}
            onChoose={() => undefined}
          />
          <Pager
            shown={found.data.rows.length}
            words={t('bad.many', { rows: count(run.counts.refused), cells: count(faults.length) })}
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

/** Where it stands, what stands there, what to write instead. */
function useFaultColumns(): ListColumn<Fault>[] {
  const { t } = useTranslation('imports')
  return [
    {
      key: 'cell',
      title: t('bad.cell'),
      width: 200,
      cell: ({ cell, row, name }) => (
        <>
          {cell ?? t('bad.row', { row })} <span className="gz-faint">{name}</span>
        </>
      ),
    },
    { key: 'header', title: t('bad.header'), width: 160, cell: ({ header }) => header || '—' },
    {
      key: 'value',
      title: t('bad.value'),
      width: 200,
      cell: ({ value }) => (value === '' ? <span className="gz-faint">{t('bad.blank')}</span> : value),
    },
    { key: 'why', title: t('bad.why'), cell: ({ why }) => <span className="gz-import-why">{why}</span> },
  ]
}
