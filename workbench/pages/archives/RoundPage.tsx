import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHead } from '../../parts/PageHead.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { Goto } from '../../parts/Goto.tsx'
import { roundAddress } from '../evaluation/addresses.ts'
import { archivesAddress } from './addresses.ts'
import { Archives } from './Archives.tsx'
import { Batches } from './Batches.tsx'
import { Papers } from './Papers.tsx'
import { type ArchivedRound, roundQuery } from './queries.ts'
import { RoundMark } from './RoundsPage.tsx'
import './archives.css'

/** One round's final result: papers to hand out, and the archive that anybody can compute again. */
export function RoundPage(): ReactNode {
  const { t } = useTranslation('archives')
  const { round: id } = useParams({ from: '/signed-in/shell/archives/$round' })
  const { data, error, refetch } = useQuery(roundQuery(id))
  if (data) return <Found round={data} />
  return (
    <div className="gz-page">
      <PageHead title={t('title')} crumbs={[{ label: t('title'), to: archivesAddress }]} />
      <div className="gz-card">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />}
      </div>
    </div>
  )
}

function Found({ round }: { round: ArchivedRound }): ReactNode {
  const { t } = useTranslation('archives')
  return (
    <div className="gz-page">
      <PageHead
        title={round.name}
        crumbs={[{ label: t('title'), to: archivesAddress }]}
        beside={<RoundMark state={round.state} />}
        intro={t('roundIntro', { place: round.placeName, year: round.year, edition: round.edition })}
        actions={<Goto to={roundAddress(round.id)}>{t('toRound')}</Goto>}
      />
      <Papers round={round} />
      <Batches batches={round.batches} />
      <Archives round={round} />
    </div>
  )
}
