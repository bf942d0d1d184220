import { useSuspenseQuery } from '@tanstack/react-query'
import { Steps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { stages } from '../../../../contracts/evaluation/words.ts'
import { useNarrow } from '../../../app/screen.ts'
import { date } from '../../../parts/format.ts'
import { Deadline } from '../../../parts/marks/Deadline.tsx'
import type { RoundPage } from '../queries.ts'
import { AdvanceStage } from './AdvanceStage.tsx'
import { StageWork } from './StageWork.tsx'
import { type RoundStages, stagesQuery } from './stages-query.ts'
import './stages.css'

/** Where the round stands between opening and archive, until when, what is left to do, and the way on. */
export function Stages({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  const { data } = useSuspenseQuery(stagesQuery(round.id))
  const isNarrow = useNarrow()
  if (round.state === 'closed') return null
  const current = stages.indexOf(round.state)
  return (
    <section className="gz-card gz-stages" aria-label={t('stages.title')}>
      <div className="gz-section-head">
        <h2>{t('stages.title')}</h2>
        <Term round={round} daysLeft={data.daysLeft} />
      </div>
      <Steps
        className="gz-stages-steps"
        size="small"
        current={round.state === 'archived' ? stages.length : current}
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        items={stages.map((stage, i) => ({
          title: t(`rounds.states.${stage}`),
          content: i <= current ? enteredOn(data, stage) : undefined,
        }))}
      />
      <StageWork stages={data} />
      <AdvanceStage round={round} stages={data} />
    </section>
  )
}

/** The day on which a stage was entered; the opening is an event of its own. */
function enteredOn({ events }: RoundStages, stage: string): string | undefined {
  const event = events.findLast((one) => one.stage === stage || (stage === 'open' && one.kind === 'opened'))
  return event && date(event.at)
}

function Term({ round, daysLeft }: { round: RoundPage; daysLeft: number | null }): ReactNode {
  const due = round.stageDueOn ?? round.stageDueProvisional
  if (due === null) return null
  return <Deadline due={due} daysLeft={daysLeft} provisional={round.stageDueOn === null} />
}
