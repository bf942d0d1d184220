import { useQuery } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LateConflict, listConflicts, settleConflict } from '../../../../contracts/grading/staff.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { PageHead } from '../../../parts/PageHead.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { taskAddress } from '../addresses.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { GradingTabs } from '../GradingTabs.tsx'
import '../grading.css'

/** Grades in results that are out, whose grader turned out to be bound to the subject: looked into, never changed by itself. */
export function ConflictsPage(): ReactNode {
  const { t } = useTranslation('grading')
  const [settling, setSettling] = useState<LateConflict | null>(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['grading-conflicts'],
    queryFn: ({ signal }) => call(listConflicts, {}, { signal }),
  })
  return (
    <div className="gz-page">
      <PageHead title={t('conflicts.title')} intro={t('conflicts.intro')} crumbs={[]} />
      <GradingTabs />
      <section className="gz-card" aria-label={t('conflicts.title')}>
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.conflicts.length === 0 ? (
          <EmptyState title={t('conflicts.none')} hint={t('conflicts.noneHint')} />
        ) : (
          <div className="gz-ties-form">
            <ul className="gz-ties" aria-label={t('conflicts.title')}>
              {data.conflicts.map((one) => (
                <li key={one.id}>
                  <span>
                    <Goto to={taskAddress(one.id)}>
                      {one.projectName === null
                        ? one.subjectName
                        : t('tasks.inProject', { name: one.subjectName, project: one.projectName })}
                    </Goto>{' '}
                    · {one.grader} · {one.roundName} · {t('conflicts.rows', { count: one.rows.length })}
                  </span>
                  {one.can[settleConflict.verb] === true && (
                    <Button size="small" onClick={() => setSettling(one)}>
                      {t('conflicts.settle')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      {settling && (
        <SettleDialog
          conflict={settling}
          onClose={() => setSettling(null)}
          onDone={async () => void (await refetch())}
        />
      )}
    </div>
  )
}

interface SettleDialogProps {
  conflict: LateConflict
  onClose: () => void
  onDone: () => Promise<void>
}

function SettleDialog({ conflict, onClose, onDone }: SettleDialogProps): ReactNode {
  const { t } = useTranslation('grading')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(settleConflict)
  return (
    <FormDialog<{ note: string }>
      name="settle-conflict"
      title={t('conflicts.settleTitle', { name: conflict.subjectName })}
      intro={t('conflicts.settleMeans')}
      submitLabel={t('conflicts.settle')}
      submit={async (body) => {
        await mutateAsync({ params: { id: conflict.id }, body })
        void message.success(t('conflicts.settled'))
        await onDone()
      }}
      onClose={onClose}
    >
      <Field name="note" label={t('conflicts.note')} required>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </FormDialog>
  )
}
