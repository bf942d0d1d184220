import { BarChartOutlined, CalculatorOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isLiving } from '../../../../contracts/evaluation/words.ts'
import { dateTime } from '../../../parts/format.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { roundsAddress, statisticsAddress } from '../addresses.ts'
import { isRunning, roundQuery } from '../queries.ts'
import { CloseRound } from './CloseRound.tsx'
import { DistrictProgress } from './DistrictProgress.tsx'
import { MissingRows } from './MissingRows.tsx'
import { RoundState } from './RoundsPage.tsx'
import { Stages } from './Stages.tsx'
import { StaleNote } from './StaleNote.tsx'
import { RunProgress } from './RunProgress.tsx'
import { TableProgress } from './TableProgress.tsx'
import { WithoutContract } from './WithoutContract.tsx'
import { useEvaluate } from './useEvaluate.ts'
import './rounds.css'

/** One round: how far it is by table and district, what is still missing, and the button that computes all scores. */
export function RoundPage(): ReactNode {
  const { t } = useTranslation('evaluation')
  const { round: id } = useParams({ from: '/signed-in/shell/evaluation/rounds/$round' })
  const { data: round } = useSuspenseQuery(roundQuery(id))
  const router = useRouter()
  const running = isRunning(round)
  const { ask, busy } = useEvaluate(round)
  const evaluated = round.evaluatedAt !== null
  const compute = isLiving(round.state) && round.can['evaluation.evaluate'] === true && (
    <Button type="primary" icon={<CalculatorOutlined />} loading={busy || running} onClick={ask}>
      {t('run.start')}
    </Button>
  )
  return (
    <div className="gz-page">
      <PageHead
        title={round.name}
        crumbs={[{ label: t('rounds.title'), to: roundsAddress }]}
        beside={<RoundState state={round.state} />}
        intro={
          <>
            {t('round.intro', {
              place: round.placeName,
              from: round.from,
              to: round.to,
              edition: round.edition,
            })}{' '}
            {round.evaluatedAt !== null && t('round.evaluatedAt', { at: dateTime(round.evaluatedAt) })}
          </>
        }
        actions={
          <>
            {evaluated && (
              <Button
                icon={<BarChartOutlined />}
                onClick={() => void router.navigate({ href: statisticsAddress(id, 'compound') })}
              >
                {t('statistics.title')}
              </Button>
            )}
            {!running && isLiving(round.state) && round.can['evaluation.close-round'] === true && (
              <CloseRound round={round} />
            )}
            {round.tables.length > 0 && compute}
          </>
        }
      />
      <StaleNote round={round} />
      <WithoutContract round={round} />
      <Stages round={round} />
      <RunProgress round={round} />
      {round.tables.length === 0 && !running ? (
        <section className="gz-card" aria-label={t('round.progress')}>
          <EmptyState title={t('round.empty')} hint={t('round.emptyHint')} action={compute} />
        </section>
      ) : (
        <>
          <TableProgress round={round} />
          <DistrictProgress round={round} />
          {evaluated && <MissingRows round={round} />}
        </>
      )}
    </div>
  )
}
