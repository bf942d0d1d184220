import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exportTasks, listTasks, type TaskListRow } from '../../../contracts/grading/staff.ts'
import { graderKind, graderKinds, taskState, taskStates } from '../../../contracts/grading/words.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { may, useMe } from '../../api/session.ts'
import { count, date } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../parts/list/types.ts'
import { useTerm } from '../standards/names.ts'
import { taskAddress } from './addresses.ts'
import { GradingTabs } from './GradingTabs.tsx'
import { TaskStateTag } from './TaskState.tsx'

const queryOf = (filters: Filters) => ({
  round: only(filters.round),
  mine: only(filters.mine) === 'yes' ? ('yes' as const) : undefined,
  grader: graderKind.safeParse(only(filters.grader)).data,
  state: taskState.safeParse(only(filters.state)).data,
  text: only(filters.text),
})

const load = ({ filters, after, signal }: Asked) =>
  call(listTasks, { query: { ...queryOf(filters), after } }, { signal })

/** What waits to be graded; those that the reader grades, or all that lie in his places. */
export function TasksPage(): ReactNode {
  const { t } = useTranslation('grading')
  const term = useTerm()
  const mayGrade = may(useMe(), 'grading.grade')
  return (
    <ListPage<TaskListRow>
      name="grading-tasks"
      title={t('tasks.title')}
      intro={t('tasks.intro')}
      load={load}
      exportAs={(filters) => download(exportTasks, { query: queryOf(filters) }, `${t('tasks.title')}.xlsx`)}
      rowKey={({ id }) => id}
      open={({ id }) => taskAddress(id)}
      columns={useTaskColumns()}
      filters={[
        { key: 'text', label: t('tasks.name'), kind: 'text', example: t('tasks.nameExample') },
        ...(mayGrade
          ? [
              {
                key: 'mine',
                label: t('tasks.whose'),
                kind: 'choice' as const,
                options: [{ value: 'yes', label: t('tasks.mine') }],
              },
            ]
          : []),
        {
          key: 'state',
          label: t('tasks.state'),
          kind: 'choice',
          options: taskStates.map((value) => ({ value, label: t(`state.${value}`) })),
        },
        {
          key: 'grader',
          label: t('tasks.grader'),
          kind: 'choice',
          options: graderKinds.map((value) => ({ value, label: term(value) })),
        },
      ]}
      empty={{ title: t('tasks.empty'), hint: t('tasks.emptyHint') }}
    >
      <GradingTabs />
    </ListPage>
  )
}

function useTaskColumns(): ListColumn<TaskListRow>[] {
  const { t } = useTranslation('grading')
  const term = useTerm()
  return [
    {
      key: 'subject',
      title: t('tasks.subject'),
      cell: ({ subjectName, projectName }) =>
        projectName === null
          ? subjectName
          : t('tasks.inProject', { name: subjectName, project: projectName }),
    },
    {
      key: 'state',
      title: t('tasks.state'),
      cell: ({ state, stage }) => <TaskStateTag state={state} stage={stage} />,
    },
    {
      key: 'graded',
      title: t('tasks.graded'),
      numeric: true,
      cell: ({ graded, rows }) => `${count(graded)} / ${count(rows)}`,
    },
    {
      key: 'due',
      title: t('tasks.due'),
      cell: ({ dueOn, dueProvisional }) => (
        <span className="gz-number">
          {dueOn ? date(dueOn) : dueProvisional ? t('tasks.provisional', { day: date(dueProvisional) }) : '—'}
        </span>
      ),
    },
    {
      key: 'grader',
      title: t('tasks.grader'),
      cell: ({ grader, seat, second }) => (
        <>
          {seat ?? term(grader)}
          {second && <span className="gz-faint"> {t('tasks.second')}</span>}
        </>
      ),
    },
    {
      key: 'place',
      title: t('tasks.place'),
      cell: ({ districtName, streetName }) => [districtName, streetName].filter(Boolean).join(' · '),
    },
    {
      key: 'takenBy',
      title: t('tasks.takenBy'),
      cell: ({ takenBy }) => takenBy ?? <span className="gz-faint">—</span>,
    },
    {
      key: 'questions',
      title: t('tasks.questions'),
      numeric: true,
      cell: ({ questions }) => (questions === 0 ? <span className="gz-faint">—</span> : count(questions)),
    },
    { key: 'code', title: t('tasks.code'), cell: ({ subjectCode }) => subjectCode, hiddenAtFirst: true },
    { key: 'round', title: t('tasks.round'), cell: ({ roundName }) => roundName, hiddenAtFirst: true },
  ]
}
