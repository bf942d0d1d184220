import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { examineRound, getModeration } from '../../../contracts/moderation/staff.ts'
import { flagNames } from '../../../contracts/moderation/words.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { count, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { Figure } from '../../parts/marks/Figure.tsx'
import { useSentence } from '../../parts/states/sentence.ts'
import { useEnglish } from '../../parts/words.ts'
import { isRunning, roundQuery } from '../evaluation/queries.ts'
import { RunProgress } from '../evaluation/rounds/RunProgress.tsx'
import { useEvaluate } from '../evaluation/rounds/useEvaluate.ts'
import './moderation.css'

/** How far a round's moderation is, and what must be done before it can be published: compute anew, examine again. */
export function RoundCard({ round: id }: { round: string }): ReactNode {
  const { t } = useTranslation('moderation')
  const language = useEnglish() ? 'en' : 'zh'
  const { data } = useQuery({
    queryKey: ['moderation', 'round', id],
    queryFn: ({ signal }) => call(getModeration, { params: { id } }, { signal }),
  })
  if (!data) return null
  const to = (query: string) => `/moderation?round=${id}&${query}`
  return (
    <section className="gz-card gz-moderation-round" aria-label={t('progress')}>
      <div className="gz-moderation-figures">
        <Figure
          label={t('confirmed')}
          value={`${count(data.confirmed)} / ${count(data.subjects)}`}
          to={to('state=confirmed')}
        />
        <Figure label={t('changed')} value={count(data.changed)} to={to('state=changed')} />
        <Figure label={t('flagged')} value={count(data.flagged)} to={to('state=open')} />
        <Figure label={t('openQuestions')} value={count(data.openQuestions)} to={to('questions=open')} />
      </div>
      {data.byKind.length > 0 && (
        <ul className="gz-moderation-kinds" aria-label={t('flags')}>
          {data.byKind.map(({ kind, open, all }) => (
            <li key={kind}>
              <Goto to={to(`flag=${kind}`)}>{flagNames[kind][language]}</Goto>{' '}
              <span className="gz-faint gz-number">
                {t('openOf', { open: count(open), all: count(all) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="gz-faint">
        {data.examinedAt === null ? t('neverExamined') : t('examinedAt', { at: dateTime(data.examinedAt) })}
      </p>
      <Steps round={id} outdated={data.outdated} may={data.can['moderation.examine'] === true} />
    </section>
  )
}

/** After a grade or a choice changed: first the scores, then the flags. */
function Steps({ round: id, outdated, may }: { round: string; outdated: boolean; may: boolean }): ReactNode {
  const { t } = useTranslation('moderation')
  const { data: round } = useQuery(roundQuery(id))
  const client = useQueryClient()
  const sentence = useSentence()
  const { message, notification } = App.useApp()
  const examine = useSubmit(examineRound)
  const { ask, busy } = useEvaluate({ id, name: round?.name ?? '' })
  if (!round || round.state !== 'moderation' || !may) return null
  async function again(): Promise<void> {
    try {
      const { flags } = await examine.mutateAsync({ params: { id }, body: {} })
      void message.success(t('examined', { count: flags }))
    } catch (error) {
      const { title, detail } = sentence(error)
      notification.error({ title, description: detail })
    }
    await client.invalidateQueries({ queryKey: ['moderation'] })
    await client.invalidateQueries({ queryKey: ['reviews'] })
  }
  const stale = round.stale > 0
  return (
    <>
      <RunProgress round={round} />
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('stale', { count: round.stale })}
          description={t('staleMeans')}
          action={
            <Button type="primary" loading={busy || isRunning(round)} onClick={ask}>
              {t('compute')}
            </Button>
          }
        />
      ) : (
        outdated && (
          <Alert
            type="info"
            showIcon
            role="status"
            title={t('outdated')}
            action={
              <Button loading={examine.isPending} onClick={() => void again()}>
                {t('examine')}
              </Button>
            }
          />
        )
      )}
    </>
  )
}
