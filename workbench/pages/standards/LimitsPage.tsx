import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { exportLimits } from '../../../contracts/standards/exports.ts'
import { type limitPaper, listLimits } from '../../../contracts/standards/staff.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { clauseAddress } from './addresses.ts'
import { useLimitText } from './limit-text.ts'
import { usePick } from './names.ts'
import { PaperSearch } from './PaperSearch.tsx'
import { PaperTabs } from './StandardsHead.tsx'
import { Undecided } from './Undecided.tsx'

type Row = z.infer<typeof limitPaper>

const queryOf = (filters: Filters) => ({
  text: only(filters.text),
  undecided: (['yes', 'no'] as const).find((known) => known === only(filters.undecided)),
})

/** The figures by which is scored; those that the city has still to decide stand out. */
export function LimitsPage(): ReactNode {
  const { t } = useTranslation('standards')
  return (
    <ListPage<Row>
      name="standards-limits"
      title={t('page.limits')}
      intro={t('limitsIntro')}
      actions={<PaperSearch />}
      rowKey={(row) => row.id}
      columns={useLimitColumns()}
      filters={[
        { key: 'text', kind: 'text', label: t('filter.text') },
        {
          key: 'undecided',
          kind: 'choice',
          label: t('column.settled'),
          options: [
            { value: 'yes', label: t('undecided') },
            { value: 'no', label: t('settled') },
          ],
        },
      ]}
      load={({ filters, signal }) => call(listLimits, { query: queryOf(filters) }, { signal })}
      exportAs={(filters) => download(exportLimits, { query: queryOf(filters) }, `${t('page.limits')}.xlsx`)}
      empty={{ title: t('search.none'), hint: t('search.noneHint') }}
    >
      <PaperTabs />
    </ListPage>
  )
}

function useLimitColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const text = useLimitText()
  return [
    { key: 'title', title: t('column.limitTitle'), cell: (row) => pick(row.title, row.titleEn), width: 360 },
    { key: 'value', title: t('column.value'), cell: (row) => text(row.value, row.unit), numeric: true },
    {
      key: 'undecided',
      title: t('column.settled'),
      cell: (row) => (row.undecided ? <Undecided /> : <StateTag kind="done" word={t('settled')} />),
    },
    {
      key: 'clause',
      title: t('column.clause'),
      cell: (row) => <Goto to={clauseAddress(row.clause)}>{row.clause}</Goto>,
    },
    { key: 'from', title: t('column.from'), cell: (row) => <span className="gz-number">{row.from}</span> },
    { key: 'id', title: t('column.id'), cell: (row) => row.id, hiddenAtFirst: true },
  ]
}
