import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../../parts/format.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { EvidenceList } from '../../../parts/evidence/EvidenceList.tsx'
import { useTerm } from '../../standards/names.ts'
import { sheetAddress, tasksAddress } from '../addresses.ts'
import { TaskStateTag } from '../TaskState.tsx'
import { GradeDrawer } from './GradeDrawer.tsx'
import { GradeTable } from './GradeTable.tsx'
import { HandInDialog, RecuseDialog } from './TaskDialogs.tsx'
import { taskQuery, type TaskShown } from './queries.ts'
import { useTake } from './useTake.ts'
import '../grading.css'

/** One task: its rows in the table's order, what is proposed, what is graded; a row opens without leaving. */
export function TaskPage(): ReactNode {
  const { t } = useTranslation('grading')
  const { task: id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(taskQuery(id))
  const crumbs = [{ label: t('tasks.title'), to: tasksAddress }]
  if (!data)
    return (
      <div className="gz-page">
        <PageHead title={t('task.title')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />}
        </div>
      </div>
    )
  return <TaskLoaded shown={data} refresh={async () => void (await refetch())} />
}

function TaskLoaded({ shown, refresh }: { shown: TaskShown; refresh: () => Promise<void> }): ReactNode {
  const { t } = useTranslation('grading')
  const term = useTerm()
  const router = useRouter()
  const { task, can } = shown
  const [open, setOpen] = useState<string | null>(null)
  const [dialog, setDialog] = useState<'hand-in' | 'recuse' | null>(null)
  const take = useTake(task.id, refresh)
  const mayGrade = can['grading.grade'] === true
  const left = task.rows.filter(({ grade }) => grade === null).length
  const isOpen =
    task.stage === 'grading'
      ? task.state !== 'submitted'
      : task.stage === 'moderation' && task.state === 'reopened'
  const mayTake = !mayGrade && can['grading.take-task'] === true && isOpen
  const next = mayTake
    ? { label: t('task.take'), onClick: take.run, busy: take.busy }
    : mayGrade && isOpen
      ? { label: t('task.handIn'), onClick: () => setDialog('hand-in') }
      : undefined
  return (
    <>
      <RecordPage
        title={
          task.projectName === null
            ? task.subjectName
            : t('tasks.inProject', { name: task.subjectName, project: task.projectName })
        }
        crumbs={[{ label: t('tasks.title'), to: tasksAddress }]}
        state={<TaskStateTag state={task.state} stage={task.stage} />}
        intro={t('task.intro', {
          table: shown.tableTitle,
          done: task.rows.length - left,
          of: task.rows.length,
        })}
        {...(next ? { next } : {})}
        actions={
          <Button
            icon={<PrinterOutlined />}
            onClick={() => void router.navigate({ href: sheetAddress(task.id) })}
          >
            {t('task.sheet')}
          </Button>
        }
        {...(mayGrade && isOpen && task.stage === 'grading'
          ? { more: [{ key: 'recuse', label: t('task.recuse'), onClick: () => setDialog('recuse') }] }
          : {})}
        groups={[
          {
            title: t('task.about'),
            facts: [
              { label: t('tasks.grader'), value: task.seat ?? term(task.grader) },
              {
                label: t('tasks.place'),
                value: [task.districtName, task.streetName].filter(Boolean).join(' · '),
              },
              { label: t('tasks.code'), value: task.subjectCode },
              { label: t('tasks.due'), value: task.dueOn ?? task.dueProvisional ?? '—' },
              ...(task.takenBy === null ? [] : [{ label: t('tasks.takenBy'), value: task.takenBy }]),
              ...(shown.submittedAt === null
                ? []
                : [
                    { label: t('task.submittedAt'), value: dateTime(shown.submittedAt) },
                    {
                      label: t('task.present'),
                      value: shown.attendance.map(({ who }) => who).join('、') || '—',
                    },
                    { label: t('task.abstained'), value: t('task.persons', { count: shown.abstained }) },
                  ]),
            ],
          },
        ]}
      >
        {mayTake && <Alert type="info" showIcon title={t('task.takenElsewhere')} />}
        {task.second && <Alert type="info" showIcon title={t('task.secondMeans')} />}
        <GradeTable task={task} onOpen={setOpen} />
        {shown.attendance.some(({ signature }) => signature !== null) && (
          <section className="gz-card" aria-label={t('task.signatures')}>
            <div className="gz-section-head">
              <h2>{t('task.signatures')}</h2>
            </div>
            <div className="gz-grading-part">
              <EvidenceList evidence={shown.attendance.flatMap(({ signature }) => signature ?? [])} />
            </div>
          </section>
        )}
      </RecordPage>
      {open !== null && (
        <GradeDrawer
          key={`${open} ${task.rows.find(({ id }) => id === open)?.grade?.version ?? 0}`}
          shown={shown}
          rowId={open}
          mayGrade={mayGrade && isOpen}
          onGo={setOpen}
          onClose={() => setOpen(null)}
          onSaved={refresh}
        />
      )}
      {dialog === 'hand-in' && (
        <HandInDialog task={task} left={left} onClose={() => setDialog(null)} onDone={refresh} />
      )}
      {dialog === 'recuse' && <RecuseDialog task={task} onClose={() => setDialog(null)} />}
    </>
  )
}
