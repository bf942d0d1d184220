import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { exportRequirements } from '../../../contracts/standards/exports.ts'
import { listRequirements, type requirementPaper } from '../../../contracts/standards/staff.ts'
import { arrivals } from '../../../contracts/standards/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ListPage } from '../../parts/list/ListPage.tsx'
import type { Filters, ListColumn } from '../../parts/list/types.ts'
import { ArrivalMark } from './ArrivalMark.tsx'
import { clauseAddress } from './addresses.ts'
import { useMeasureText } from './limit-text.ts'
import { usePick, useTerm } from './names.ts'
import { PaperSearch } from './PaperSearch.tsx'
import { PaperTabs } from './StandardsHead.tsx'
import { Undecided } from './Undecided.tsx'

type Row = z.infer<typeof requirementPaper>

const subjects = [
  'compound',
  'enterprise',
  'street',
  'community',
  'district',
  'city',
  'committee',
  'association',
  'party-department',
]

const one = (value: Filters[string]): string | undefined => [value].flat()[0]

const queryOf = (filters: Filters) => ({
  text: one(filters.text),
  subject: one(filters.subject),
  arrival: arrivals.find((known) => known === one(filters.arrival)),
})

/** Who must do what how often, each with the clause it comes from and how its fact arrives. */
export function RequirementsPage(): ReactNode {
  const { t } = useTranslation('standards')
  return (
    <ListPage<Row>
      name="standards-requirements"
      title={t('page.requirements')}
      intro={t('requirementsIntro')}
      actions={<PaperSearch />}
      rowKey={(row) => row.id}
      columns={useRequirementColumns()}
      filters={[
        { key: 'text', kind: 'text', label: t('filter.text') },
        {
          key: 'subject',
          kind: 'choice',
          label: t('filter.subject'),
          options: subjects.map((value) => ({ value, label: t(`subject.${value}`) })),
        },
        {
          key: 'arrival',
          kind: 'choice',
          label: t('column.arrival'),
          options: arrivals.map((value) => ({ value, label: t(`arrival.${value}`) })),
        },
      ]}
      load={({ filters, signal }) => call(listRequirements, { query: queryOf(filters) }, { signal })}
      exportAs={(filters) =>
        download(exportRequirements, { query: queryOf(filters) }, `${t('page.requirements')}.xlsx`)
      }
      empty={{ title: t('search.none'), hint: t('search.noneHint') }}
    >
      <PaperTabs />
    </ListPage>
  )
}

function useRequirementColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const term = useTerm()
  const measure = useMeasureText()
  return [
    { key: 'title', title: t('column.requirement'), cell: (row) => pick(row.title, row.titleEn), width: 280 },
    { key: 'who', title: t('column.who'), cell: (row) => term(row.who) },
    { key: 'per', title: t('column.per'), cell: (row) => t(`per.${row.per}`) },
    {
      key: 'limit',
      title: t('column.limit'),
      cell: (row) => (
        <>
          {measure(row.comparator, row.limit)} {row.limit.undecided && <Undecided />}
        </>
      ),
    },
    { key: 'arrival', title: t('column.arrival'), cell: (row) => <ArrivalMark arrival={row.fact.arrival} /> },
    {
      key: 'clause',
      title: t('column.clause'),
      cell: (row) => <Goto to={clauseAddress(row.clause)}>{row.clause}</Goto>,
    },
    {
      key: 'id',
      title: t('column.id'),
      cell: (row) => <span className="gz-number">{row.id}</span>,
      hiddenAtFirst: true,
    },
    {
      key: 'fact',
      title: t('column.fact'),
      cell: (row) => pick(row.fact.title, row.fact.titleEn),
      hiddenAtFirst: true,
    },
  ]
}
