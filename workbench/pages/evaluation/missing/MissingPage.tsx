import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  exportMissingRows,
  declareFact,
  listMissingRows,
  type missingRow,
} from '../../../../contracts/evaluation/staff.ts'
import { subjectKinds } from '../../../../contracts/evaluation/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { word } from '../../../app/search.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filter, type ListColumn, only } from '../../../parts/list/types.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import { usePick, useTerm } from '../../standards/names.ts'
import { missingAddress, roundAddress, roundsAddress, subjectAddress } from '../addresses.ts'
import { roundQuery } from '../queries.ts'

type Row = z.infer<typeof missingRow>

/** Every row without data, one a line, each leading to where its fact is recorded. */
export function MissingPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const { round: id } = useParams({ from: '/signed-in/shell/evaluation/rounds/$round/missing' })
  const { search } = useLocation()
  const kind = subjectKinds.find((known) => known === word(search, 'kind')) ?? 'compound'
  const { data: round } = useQuery(roundQuery(id))
  const whose: Record<string, string> = word(search, 'whose') === 'mine' ? { whose: 'mine' } : {}
  return (
    <ListPage<Row>
      key={kind}
      name={`evaluation-missing-${kind}`}
      title={t('lacking.title', { kind: t(`kind.${kind}`) })}
      intro={t('lacking.intro')}
      crumbs={[
        { label: t('rounds.title'), to: roundsAddress },
        { label: round?.name ?? t('round.title'), to: roundAddress(id) },
      ]}
      rowKey={(row) => `${row.subjectId} ${row.row}`}
      open={(row) => `${subjectAddress(id, row.subjectId)}?row=${row.row}`}
      columns={useColumns(id)}
      filters={useFilters()}
      load={({ filters, after, signal }) => {
        const [asked, row, place] = [only(filters.whose), only(filters.row), only(filters.place)]
        const query = { kind, whose: asked === 'mine' ? ('mine' as const) : undefined, row, place, after }
        return call(listMissingRows, { params: { id }, query }, { signal })
      }}
      exportAs={(filters) => {
        const [asked, row, place] = [only(filters.whose), only(filters.row), only(filters.place)]
        const query = { kind, whose: asked === 'mine' ? ('mine' as const) : undefined, row, place }
        return download(
          exportMissingRows,
          { params: { id }, query },
          `${t('lacking.title', { kind: t(`kind.${kind}`) })}.xlsx`,
        )
      }}
      empty={{ title: t('lacking.empty'), hint: t('lacking.emptyHint') }}
    >
      <LinkTabs
        label={t('scores.kinds')}
        tabs={subjectKinds.map((value) => ({
          to: missingAddress(id, value, whose),
          label: t(`kind.${value}`),
          here: value === kind,
        }))}
      />
    </ListPage>
  )
}

function useFilters(): Filter[] {
  const { t } = useTranslation('evaluation')
  return [
    {
      key: 'whose',
      kind: 'choice',
      label: t('lacking.whose'),
      options: [{ value: 'mine', label: t('lacking.mine') }],
    },
    { key: 'row', kind: 'text', label: t('lacking.row'), example: '1-06' },
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
  ]
}

function useColumns(round: string): ListColumn<Row>[] {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  const term = useTerm()
  const mayRecord = may(useMe(), declareFact.verb)
  return [
    { key: 'name', title: t('column.name'), cell: (row) => row.name },
    {
      key: 'row',
      title: t('column.indicator'),
      cell: (row) => (
        <>
          <span className="gz-number gz-faint">{row.row}</span> {pick(row.indicator, row.indicatorEn)}
        </>
      ),
    },
    { key: 'evaluator', title: t('lacking.evaluator'), cell: (row) => term(row.evaluator) },
    {
      key: 'do',
      title: t('lacking.do'),
      cell: (row) =>
        row.computed ? (
          <span className="gz-faint">{t('lacking.computed')}</span>
        ) : (
          <Goto to={`${subjectAddress(round, row.subjectId)}?row=${row.row}`}>
            {t(mayRecord ? 'declare.submit' : 'lacking.look')}
          </Goto>
        ),
    },
    { key: 'district', title: t('column.district'), cell: (row) => row.districtName },
    {
      key: 'code',
      title: t('column.code'),
      cell: (row) => <span className="gz-number">{row.code}</span>,
      hiddenAtFirst: true,
    },
  ]
}
