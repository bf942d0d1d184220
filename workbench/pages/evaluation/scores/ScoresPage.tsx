import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { exportScores, listScores, type scoreListRow } from '../../../../contracts/evaluation/staff.ts'
import { type SubjectKind, subjectKinds } from '../../../../contracts/evaluation/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { word } from '../../../app/search.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import type { Filters } from '../../../parts/list/types.ts'
import { roundAddress, roundsAddress, scoresAddress, subjectAddress } from '../addresses.ts'
import { roundQuery } from '../queries.ts'
import { useScoreColumns } from './columns.tsx'
import { useScoreFilters } from './filters.tsx'

type Row = z.infer<typeof scoreListRow>

const states = ['complete', 'incomplete', 'not-assessed'] as const
const one = (value: Filters[string]): string | undefined => [value].flat()[0]

/** What the address asks for, as the contract takes it. */
function asked(filters: Filters, kind: SubjectKind) {
  const state = states.find((known) => known === one(filters.state))
  const [place, band, variant, text, least, below, missingRow] = [
    'place',
    'band',
    'variant',
    'text',
    'least',
    'below',
    'missingRow',
  ].map((key) => one(filters[key]))
  return { kind, place, band, variant, text, state, least, below, missingRow }
}

/** All subjects of a kind by falling total. */
export function ScoresPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const { round: id } = useParams({ from: '/signed-in/shell/evaluation/rounds/$round/scores' })
  const { search } = useLocation()
  const kind = subjectKinds.find((known) => known === word(search, 'kind')) ?? 'compound'
  const { data: round } = useQuery(roundQuery(id))
  const title = t('scores.title', { kind: t(`kind.${kind}`) })
  const place = word(search, 'place') ?? undefined
  return (
    <ListPage<Row>
      key={kind}
      name={`evaluation-scores-${kind}`}
      title={title}
      crumbs={[
        { label: t('rounds.title'), to: roundsAddress },
        { label: round?.name ?? t('round.title'), to: roundAddress(id) },
      ]}
      rowKey={(row) => row.subjectId}
      open={(row) => subjectAddress(id, row.subjectId)}
      columns={useScoreColumns(kind)}
      filters={useScoreFilters(kind, round)}
      load={({ filters, after, signal }) =>
        call(listScores, { params: { id }, query: { ...asked(filters, kind), after } }, { signal })
      }
      exportAs={(filters) =>
        download(
          exportScores,
          { params: { id }, query: asked(filters, kind) },
          `${t('scores.file', { round: round?.name ?? '', kind: t(`kind.${kind}`) })}.xlsx`,
        )
      }
      empty={{ title: t('scores.empty'), hint: t('scores.emptyHint') }}
    >
      <LinkTabs
        label={t('scores.kinds')}
        tabs={subjectKinds.map((value) => ({
          to: scoresAddress(id, value, { place }),
          label: t(`kind.${value}`),
          here: value === kind,
        }))}
      />
    </ListPage>
  )
}
