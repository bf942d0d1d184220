import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { listRounds, listScores } from '../../../../contracts/evaluation/staff.ts'
import type { SubjectKind } from '../../../../contracts/evaluation/words.ts'
import { call } from '../../../api/client.ts'
import { may, useMe } from '../../../api/session.ts'
import { score } from '../../../parts/format.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import { Unknown } from '../../../parts/marks/Unknown.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { CityFigure } from '../../evaluation/subject/CityFigure.tsx'
import { RulingNote } from '../../standards/RulingNote.tsx'
import { RowsSection } from './RowsSection.tsx'

interface ScoresSectionProps {
  kind: SubjectKind
  /** The place itself; for an enterprise left out: it is scored in each district it serves. */
  place?: string
  /** The enterprise: its districts together are shown for each round. */
  body?: string
  /** Official code of the place, or the enterprise's credit code. */
  code: string
}
type Round = Answer<typeof listRounds>['rows'][number]
interface Row {
  round: Round
  subject: Answer<typeof listScores>['rows'][number]
}

/** Rounds are yearly: these are the last years. */
const rounds = 5

async function scoresOf({ kind, place, code }: ScoresSectionProps, signal: AbortSignal): Promise<Row[]> {
  const page = await call(listRounds, { query: { limit: rounds } }, { signal })
  const found = await Promise.all(
    page.rows.map(async (round) => {
      const query = { kind, place, text: code, limit: 20 }
      const { rows } = await call(listScores, { params: { id: round.id }, query }, { signal })
      return rows.filter((subject) => subject.code === code).map((subject) => ({ round, subject }))
    }),
  )
  return found.flat()
}

/** How it scored in each round; a row opens the table of that year. */
export function ScoresSection(props: ScoresSectionProps): ReactNode {
  const { t } = useTranslation('organisations')
  const sees = may(useMe(), listScores.verb)
  const { kind, place, code } = props
  const { data, error, refetch } = useQuery({
    queryKey: ['organisations', 'scores', kind, place, code],
    enabled: sees,
    queryFn: ({ signal }) => scoresOf(props, signal),
  })
  const columns = useScoreColumns(kind, data ?? [])
  if (!sees) return null
  if (error)
    return (
      <div className="gz-card">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    )
  return (
    <RowsSection
      title={t('scores.title')}
      rows={data ?? []}
      rowKey={({ round, subject }) => `${round.id} ${subject.subjectId}`}
      columns={columns}
      open={({ round, subject }) => `/evaluation/rounds/${round.id}/subjects/${subject.subjectId}`}
      none={t(data ? 'scores.none' : 'scores.loading')}
    >
      {props.body !== undefined && <CityFigures rows={data ?? []} body={props.body} />}
    </RowsSection>
  )
}

/** The districts of each round together, with how they are put together (C33). */
function CityFigures({ rows, body }: { rows: Row[]; body: string }): ReactNode {
  const several = [...new Map(rows.map(({ round }) => [round.id, round])).values()]
  if (several.length === 0) return null
  return (
    <div className="gz-rows-none">
      {several.map(({ id, name }) => (
        <CityFigure key={id} round={id} body={body} name={name} />
      ))}
      <RulingNote id="C33" />
    </div>
  )
}

/** Districts only where one subject has several, bands only where the table has them. */
function useScoreColumns(kind: SubjectKind, rows: Row[]): ListColumn<Row>[] {
  const { t } = useTranslation('organisations')
  const banded = rows.some(({ subject }) => subject.band !== null)
  return [
    { key: 'round', title: t('scores.round'), cell: ({ round }) => round.name },
    ...(kind === 'enterprise'
      ? [
          {
            key: 'district',
            title: t('placeKind.district'),
            cell: ({ subject }: Row) => subject.districtName,
          },
        ]
      : []),
    {
      key: 'total',
      title: t('scores.total'),
      numeric: true,
      cell: ({ subject }) =>
        subject.total === null ? (
          <Unknown why={subject.notAssessed ?? t('scores.notYet')} />
        ) : (
          score(subject.total)
        ),
    },
    // Only table A.1 sorts into bands.
    ...(banded
      ? [
          {
            key: 'band',
            title: t('scores.band'),
            cell: ({ subject }: Row) => bandOf(subject, t('scores.noBand')),
          },
        ]
      : []),
    {
      key: 'rank',
      title: t('scores.rank'),
      numeric: true,
      cell: ({ subject }) => (subject.rank === null ? '—' : t('scores.place', { rank: subject.rank })),
    },
    {
      key: 'missing',
      title: t('scores.missing'),
      numeric: true,
      cell: ({ subject }) => subject.missingRows ?? '—',
    },
  ]
}

/** A total below all bands says so; without a total there is nothing to say. */
const bandOf = ({ band, total }: Row['subject'], none: string): string =>
  band ?? (total === null ? '—' : none)
