import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  type declaredFactRow,
  declareFact,
  exportDeclaredFacts,
  listDeclaredFacts,
} from '../../../../contracts/evaluation/staff.ts'
import { recordedProvenance } from '../../../../contracts/evaluation/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import type { Filter, Filters, ListColumn } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import { useOpened } from '../../../parts/useOpened.ts'
import { usePick } from '../../standards/names.ts'
import { EvaluationTabs } from '../EvaluationTabs.tsx'
import { factDefinitionsQuery } from '../queries.ts'
import { currentYear } from '../year.ts'
import { FactChoice } from './FactChoice.tsx'
import { FactDrawer } from './FactDrawer.tsx'
import { ValueText } from './value-text.tsx'

type Row = z.infer<typeof declaredFactRow>

const one = (value: Filters[string]): string | undefined => [value].flat()[0]

/** Facts that people recorded, with who, when and on what evidence. */
export function FactsPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const router = useRouter()
  const mayDeclare = may(useMe(), declareFact.verb)
  const opened = useOpened('open')
  const toImport = mayDeclare && (
    <Button
      icon={<ImportOutlined />}
      onClick={() => void router.navigate({ href: '/imports/new?kind=declared-facts' })}
    >
      {t('facts.import')}
    </Button>
  )
  const toDeclare = mayDeclare && (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => void router.navigate({ href: '/evaluation/facts/new' })}
    >
      {t('declare.title')}
    </Button>
  )
  return (
    <>
      <ListPage<Row>
        name="evaluation-facts"
        title={t('facts.title')}
        intro={t('facts.intro')}
        actions={
          <>
            {toImport}
            {toDeclare}
          </>
        }
        rowKey={(row) => row.id}
        open={(row) => opened.addressOf(row.id)}
        columns={useFactColumns()}
        filters={useFactFilters()}
        load={({ filters, after, signal }) =>
          call(listDeclaredFacts, { query: { ...queryOf(filters), after } }, { signal })
        }
        exportAs={(filters) =>
          download(exportDeclaredFacts, { query: queryOf(filters) }, `${t('facts.title')}.xlsx`)
        }
        empty={{ title: t('facts.empty'), hint: t('facts.emptyHint'), action: toDeclare }}
      >
        <EvaluationTabs />
      </ListPage>
      <FactDrawer id={opened.opened} onClose={opened.close} />
    </>
  )
}

const queryOf = (filters: Filters) => ({
  year: one(filters.year),
  fact: one(filters.fact),
  place: one(filters.place),
  text: one(filters.text),
  provenance: recordedProvenance.options.find((known) => known === one(filters.provenance)),
  standing: standings.find((known) => known === one(filters.standing)),
})

const standings = ['counting', 'withdrawn'] as const

function useFactFilters(): Filter[] {
  const { t } = useTranslation('evaluation')
  const { t: parts } = useTranslation('parts')
  const next = currentYear() + 1
  const years = Array.from({ length: next - 2020 }, (_, index) => String(next - index))
  return [
    { key: 'text', kind: 'text', label: t('facts.subject') },
    {
      key: 'year',
      kind: 'choice',
      label: t('rounds.year'),
      options: years.map((value) => ({ value, label: value })),
    },
    {
      key: 'fact',
      kind: 'own',
      label: t('facts.fact'),
      control: (value, change) => (
        <FactChoice
          className="gz-filter-text"
          label={t('facts.fact')}
          value={value ?? null}
          onChange={change}
        />
      ),
    },
    {
      key: 'place',
      kind: 'own',
      label: t('filter.place'),
      control: (value, change) => (
        <PlacePick
          className="gz-filter"
          label={t('filter.place')}
          value={value === undefined ? null : { value, label: t('filter.placeChosen') }}
          onChange={(picked) => change(picked?.value)}
        />
      ),
    },
    {
      key: 'provenance',
      kind: 'choice',
      label: t('column.source'),
      options: recordedProvenance.options.map((value) => ({ value, label: parts(`provenance.${value}`) })),
    },
    {
      key: 'standing',
      kind: 'choice',
      label: t('facts.standing'),
      options: standings.map((value) => ({ value, label: t(`facts.standings.${value}`) })),
    },
  ]
}

function useFactColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const { data } = useQuery(factDefinitionsQuery)
  const definitions = new Map(data?.facts.map((fact) => [fact.id, fact]))
  return [
    {
      key: 'fact',
      title: t('facts.fact'),
      cell: (row) => (
        <>
          <span className="gz-number gz-faint">{definitions.get(row.fact)?.rows[0]}</span>{' '}
          {pick(row.factTitle, definitions.get(row.fact)?.titleEn)}
        </>
      ),
      width: 320,
    },
    { key: 'subject', title: t('declare.subject'), cell: (row) => row.bodyName ?? row.placeName },
    {
      key: 'value',
      title: t('facts.value'),
      cell: (row) => (
        <>
          {row.standing === 'withdrawn' && <StateTag kind="warning" word={t('facts.withdrawn')} />}{' '}
          <ValueText recorded={row} shape={definitions.get(row.fact)?.shape} />
        </>
      ),
      numeric: true,
    },
    {
      key: 'provenance',
      title: t('column.source'),
      cell: (row) => <ProvenanceMark provenance={row.provenance} />,
    },
    { key: 'year', title: t('rounds.year'), cell: (row) => <span className="gz-number">{row.year}</span> },
    {
      key: 'recordedAt',
      title: t('facts.recorded'),
      cell: (row) => <span className="gz-number">{dateTime(row.recordedAt)}</span>,
    },
    { key: 'recordedBy', title: t('facts.by'), cell: (row) => row.recordedBy, hiddenAtFirst: true },
    { key: 'evidence', title: t('declare.evidence'), cell: (row) => row.evidence, hiddenAtFirst: true },
    { key: 'project', title: t('declare.project'), cell: (row) => row.projectName, hiddenAtFirst: true },
  ]
}
