import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { listRounds } from '../../../../contracts/evaluation/staff.ts'
import { getDraw } from '../../../../contracts/grading/staff.ts'
import { call } from '../../../api/client.ts'
import { count, date, dateTime } from '../../../parts/format.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { FactGroups } from '../../../parts/record/FactGroups.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { word } from '../../../app/search.ts'
import { drawAddress } from '../addresses.ts'
import { GradingTabs } from '../GradingTabs.tsx'
import { CommitDialog, NumberDialog } from './DrawDialogs.tsx'
import '../grading.css'

type Draw = Answer<typeof getDraw>
type Paper = NonNullable<Draw['paper']>

/** How the evaluation group's tasks are drawn: committed to before, mixed with a public number, repeatable by anybody. */
export function DrawPage(): ReactNode {
  const { t } = useTranslation('grading')
  const router = useRouter()
  const asked = word(useSearch({ strict: false }), 'round')
  const rounds = useQuery({
    queryKey: ['evaluation-rounds', 'choice'],
    queryFn: ({ signal }) => call(listRounds, { query: { limit: 50 } }, { signal }),
  })
  const round = asked ?? rounds.data?.rows.find(({ state }) => state !== 'closed')?.id
  const draw = useQuery({
    queryKey: ['grading-draw', round],
    enabled: round !== undefined,
    queryFn: ({ signal }) => call(getDraw, { params: { id: round ?? '' } }, { signal }),
  })
  const fault = rounds.error ?? draw.error
  return (
    <div className="gz-page">
      <PageHead
        title={t('draw.title')}
        intro={t('draw.intro')}
        crumbs={[]}
        actions={
          <Select
            aria-label={t('draw.round')}
            value={round ?? null}
            options={(rounds.data?.rows ?? []).map(({ id, name, placeName }) => ({
              value: id,
              label: `${name}（${placeName}）`,
            }))}
            onChange={(id) => void router.navigate({ href: drawAddress(id ?? undefined) })}
          />
        }
      />
      <GradingTabs />
      {fault ? (
        <div className="gz-card">
          <ErrorState error={fault} onRetry={() => void (rounds.error ? rounds.refetch() : draw.refetch())} />
        </div>
      ) : draw.data ? (
        <DrawShown draw={draw.data} refresh={async () => void (await draw.refetch())} />
      ) : (
        <div className="gz-card">
          {rounds.data && round === undefined ? (
            <EmptyState title={t('draw.noRound')} hint={t('draw.noRoundHint')} />
          ) : (
            <Loading />
          )}
        </div>
      )}
    </div>
  )
}

function DrawShown({ draw, refresh }: { draw: Draw; refresh: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('grading')
  const [dialog, setDialog] = useState<'commit' | 'number' | null>(null)
  const { paper, round } = draw
  const early = ['open', 'facts', 'self-report', 'grading'].includes(round.state)
  const mayDraw = draw.can['grading.draw'] === true && early
  const done = paper?.number !== null && paper !== null
  return (
    <>
      {draw.unassigned > 0 && done && (
        <Alert type="warning" showIcon title={t('draw.unassigned', { count: draw.unassigned })} />
      )}
      <section className="gz-card" aria-label={t('draw.state')}>
        <div className="gz-section-head">
          <span className="gz-grading-line">
            <h2>{t('draw.state')}</h2>
            {paper && <StepTag paper={paper} />}
          </span>
          {mayDraw && !draw.hasGrades && (
            <span className="gz-grading-line">
              {!done && (
                <Button type={paper === null ? 'primary' : 'default'} onClick={() => setDialog('commit')}>
                  {t(paper === null ? 'draw.commit' : 'draw.replace')}
                </Button>
              )}
              {paper !== null && (
                <Button type={done ? 'default' : 'primary'} onClick={() => setDialog('number')}>
                  {t(done ? 'draw.correct' : 'draw.run')}
                </Button>
              )}
            </span>
          )}
        </div>
        {paper === null && (
          <EmptyState
            title={t('draw.nothing')}
            hint={t('draw.wouldBe', { subjects: count(draw.subjects), seats: count(draw.seats) })}
          />
        )}
      </section>
      {paper && <PaperShown paper={paper} />}
      {draw.loads.some(({ tasks }) => tasks > 0) && (
        <section className="gz-card" aria-label={t('draw.loads')}>
          <div className="gz-section-head">
            <h2>{t('draw.loads')}</h2>
          </div>
          <ul className="gz-draw-loads">
            {draw.loads.map(({ seat, tasks, submitted }) => (
              <li key={seat}>
                <span>{seat}</span>
                <span className="gz-number">{t('draw.load', { tasks, submitted })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <HowTo paper={paper} />
      {dialog === 'commit' && (
        <CommitDialog
          id={round.id}
          replacing={paper !== null}
          onClose={() => setDialog(null)}
          onDone={refresh}
        />
      )}
      {dialog === 'number' && paper && (
        <NumberDialog id={round.id} paper={paper} onClose={() => setDialog(null)} onDone={refresh} />
      )}
    </>
  )
}

function StepTag({ paper: { seed, number } }: { paper: Paper }): ReactNode {
  const { t } = useTranslation('grading')
  const step = seed ? 'revealed' : number ? 'drawn' : 'committed'
  return <StateTag kind={seed ? 'done' : 'doing'} word={t(`draw.step.${step}`)} />
}

function PaperShown({ paper }: { paper: Paper }): ReactNode {
  const { t } = useTranslation('grading')
  const { commitment, number, seed } = paper
  return (
    <>
      <FactGroups
        groups={[
          {
            title: t('draw.commitment'),
            facts: [
              {
                label: t('draw.hash'),
                value: <span className="gz-draw-hash">{commitment.seedHash}</span>,
                wide: true,
              },
              { label: t('draw.numberName'), value: commitment.numberName },
              { label: t('draw.numberOn'), value: date(commitment.numberOn) },
              { label: t('draw.committedAt'), value: dateTime(commitment.committedAt) },
              {
                label: t('draw.scope'),
                value: t('draw.scopeOf', {
                  subjects: count(commitment.subjects.length),
                  seats: count(commitment.seats.length),
                }),
              },
              {
                label: t('draw.number'),
                value: number ?? <span className="gz-faint">{t('draw.notOut')}</span>,
              },
              ...(paper.drawnAt === null
                ? []
                : [{ label: t('draw.drawnAt'), value: dateTime(paper.drawnAt) }]),
              {
                label: t('draw.seed'),
                value: seed ? (
                  <span className="gz-draw-hash">{seed}</span>
                ) : (
                  <span className="gz-faint">{t('draw.sealed')}</span>
                ),
                wide: true,
              },
            ],
          },
        ]}
      />
    </>
  )
}

/** In a layman's words; the paper can be carried off and checked without us. */
function HowTo({ paper }: { paper: Paper | null }): ReactNode {
  const { t } = useTranslation('grading')
  function keep(): void {
    const address = URL.createObjectURL(
      new Blob([JSON.stringify(paper, null, 2)], { type: 'application/json' }),
    )
    const link = document.createElement('a')
    link.href = address
    link.download = `${t('draw.fileName', { round: paper?.round.name ?? '' })}.json`
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  }
  return (
    <section className="gz-card" aria-label={t('draw.howTo')}>
      <div className="gz-section-head">
        <h2>{t('draw.howTo')}</h2>
        {paper && (
          <Button icon={<DownloadOutlined />} onClick={keep}>
            {t('draw.download')}
          </Button>
        )}
      </div>
      <ol className="gz-draw-steps">
        {[1, 2, 3, 4, 5].map((step) => (
          <li key={step}>{t(`draw.how.${step}`)}</li>
        ))}
        <li>
          {t('draw.how.6')} <code>npx gongzhi evaluation draw FILE</code>
        </li>
      </ol>
    </section>
  )
}
