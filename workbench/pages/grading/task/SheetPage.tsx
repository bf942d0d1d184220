import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { rounded } from '../../../parts/format.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { usePick, useTerm } from '../../standards/names.ts'
import { taskAddress, tasksAddress } from '../addresses.ts'
import { type Row, taskQuery, type TaskShown } from './queries.ts'
import { useSaid } from './said.ts'
import '../grading.css'

/** The task on paper (A4): boxes of the rubric, room for a reason, lines for signatures and seals. */
export function SheetPage(): ReactNode {
  const { t } = useTranslation('grading')
  const { task: id = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(taskQuery(id))
  return (
    <div className="gz-page">
      <div className="gz-noprint">
        <PageHead
          title={t('sheet.title')}
          intro={t('sheet.intro')}
          crumbs={[
            { label: t('tasks.title'), to: tasksAddress },
            { label: data?.task.subjectName ?? t('task.title'), to: taskAddress(id) },
          ]}
          actions={
            <Button type="primary" icon={<PrinterOutlined />} disabled={!data} onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
          }
        />
      </div>
      {data ? (
        <Sheet shown={data} />
      ) : (
        <div className="gz-card">
          {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />}
        </div>
      )}
    </div>
  )
}

function Sheet({ shown: { task, tableTitle } }: { shown: TaskShown }): ReactNode {
  const { t } = useTranslation('grading')
  const term = useTerm()
  const facts = [
    [t('tasks.subject'), task.subjectName],
    [t('tasks.code'), task.subjectCode],
    [t('tasks.place'), [task.districtName, task.streetName].filter(Boolean).join(' · ')],
    ...(task.projectName === null ? [] : [[t('sheet.project'), task.projectName]]),
    [t('tasks.grader'), task.seat ?? term(task.grader)],
    [t('tasks.due'), task.dueOn ?? task.dueProvisional ?? '—'],
  ]
  return (
    <section className="gz-card gz-sheet" aria-label={t('sheet.title')}>
      <h2>{t('sheet.heading')}</h2>
      <p className="gz-sheet-lead">
        {task.roundName} · {tableTitle}
      </p>
      <dl className="gz-sheet-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}：</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sheet.number')}</th>
            <th scope="col">{t('column.indicator')}</th>
            <th scope="col">{t('column.points')}</th>
            <th scope="col">{t('column.proposal')}</th>
            <th scope="col">{t('column.grade')}</th>
            <th scope="col">{t('sheet.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {task.rows.map((row) => (
            <SheetRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <div className="gz-sheet-seals">
        {['grader', 'body', 'present', 'date'].map((line) => (
          <p key={line}>
            {t(`sheet.line.${line}`)}
            <span />
          </p>
        ))}
      </div>
    </section>
  )
}

function SheetRow({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('grading')
  const pick = usePick()
  const said = useSaid()
  const [proposal] = row.proposals
  return (
    <tr>
      <td className="gz-number">{row.id}</td>
      <td>{pick(row.indicator, row.indicatorEn)}</td>
      <td className="gz-number">{rounded(row.points, 2).replace(/\.?0+$/, '')}</td>
      <td>{proposal ? said(proposal.said, row) : ''}</td>
      <td>
        <Boxes row={row} />
      </td>
      <td className="gz-sheet-write">
        {row.grade !== null && t('sheet.graded', { said: said(row.grade.said, row) })}
      </td>
    </tr>
  )
}

function Boxes({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('grading')
  const pick = usePick()
  const names = row.shape === 'yes-no' ? [t('row.yes'), t('row.no')] : row.shape === 'level' ? row.levels : []
  if (row.rubric.length > 0)
    return (
      <ul className="gz-sheet-boxes">
        {row.rubric.map(({ level, signs, signsEn }) => (
          <li key={level}>
            □ <strong>{level}</strong> {pick(signs, signsEn)}
          </li>
        ))}
        <li>□ {t('row.notApplicable')}</li>
      </ul>
    )
  return (
    <>
      {names.map((name) => (
        <span key={name} className="gz-sheet-box">
          □ {name}{' '}
        </span>
      ))}
      {names.length === 0 && (
        <span className="gz-sheet-box">{row.shape === 'ratio' ? '____ / ____ ' : '____ '}</span>
      )}
      <span className="gz-sheet-box">□ {t('row.notApplicable')}</span>
    </>
  )
}
