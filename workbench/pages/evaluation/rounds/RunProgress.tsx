import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../../parts/format.ts'
import { ProgressTask } from '../../../parts/ProgressTask.tsx'
import { isRunning, type RoundPage } from '../queries.ts'

/** The pass that runs now, or the last one where it failed or was watched to its end on this page. */
export function RunProgress({ round }: { round: RoundPage }): ReactNode {
  const { t } = useTranslation('evaluation')
  const client = useQueryClient()
  const running = isRunning(round)
  const watched = useRef(false)
  useEffect(() => {
    if (running) watched.current = true
    // Scores and figures that were looked at before the pass are of yesterday now.
    else if (watched.current) void client.invalidateQueries({ queryKey: ['evaluation', 'round', round.id] })
  }, [running, client, round.id])

  const { run } = round
  if (run === null || (!running && run.failedBecause === null && !watched.current)) return null
  const state = running ? 'running' : run.failedBecause === null ? 'done' : 'failed'
  const result = run.finishedAt === null ? null : t('run.finished', { at: dateTime(run.finishedAt) })
  return (
    <ProgressTask
      title={t('run.title')}
      state={state}
      doing={
        state === 'failed'
          ? t('run.failed', { reason: run.failedBecause })
          : t(`run.stage.${running ? run.stage : 'done'}`, { defaultValue: run.stage })
      }
      done={run.done}
      total={run.total > 0 ? run.total : null}
      startedAt={run.startedAt}
      result={result}
    />
  )
}
