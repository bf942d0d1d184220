import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadBatch } from '../../../contracts/archives/staff.ts'
import { download } from '../../api/download.ts'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { ProgressTask, type TaskState } from '../../parts/ProgressTask.tsx'
import type { Batch } from './queries.ts'

const stateOf = ({ finishedAt, failedBecause }: Batch): TaskState => {
  if (finishedAt === null) return 'running'
  return failedBecause === null ? 'done' : 'failed'
}

/** What was asked for last, how far it is, and the file. */
export function Batches({ batches }: { batches: Batch[] }): ReactNode {
  const { t } = useTranslation('archives')
  return batches.map((batch) => {
    const { id, what, form, askedAt, total, done, failedBecause } = batch
    const title = t('batch', { what: t(`what.${what}`), form: t(`form.${form}`) })
    return (
      <ProgressTask
        key={id}
        title={title}
        state={stateOf(batch)}
        {...(batch.finishedAt === null ? { doing: t('making') } : {})}
        done={done}
        total={total}
        startedAt={askedAt}
        result={
          failedBecause === null ? (
            <div>
              <ExportButton
                label={t('downloadZip')}
                run={() => download(downloadBatch, { params: { id } }, `${title}.zip`)}
              />
            </div>
          ) : (
            <p>{failedBecause}</p>
          )
        }
      />
    )
  })
}
