import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../../parts/format.ts'
import { ProvenanceMark } from '../../../parts/marks/ProvenanceMark.tsx'
import { usePick } from '../../standards/names.ts'
import { GradeForm } from './GradeForm.tsx'
import { GradeLine } from './GradeTable.tsx'
import { QuestionPart } from './QuestionPart.tsx'
import type { Row, TaskShown } from './queries.ts'
import { useSaid } from './said.ts'

interface GradeDrawerProps {
  shown: TaskShown
  rowId: string
  mayGrade: boolean
  /** To another row of the task. */
  onGo: (row: string) => void
  onClose: () => void
  onSaved: () => Promise<void>
}

/** One row opened: what is proposed and on what, the rubric, the grade. Saving goes on to the next ungraded row. */
export function GradeDrawer({ shown, rowId, mayGrade, onGo, onClose, onSaved }: GradeDrawerProps): ReactNode {
  const { t } = useTranslation('grading')
  const pick = usePick()
  const { task } = shown
  const row = task.rows.find(({ id }) => id === rowId)
  if (!row) return null
  const after = task.rows.slice(task.rows.indexOf(row) + 1)
  const next = after.find(({ grade }) => grade === null)
  const isOpen = mayGrade && (task.stage === 'grading' || row.question !== null || row.grade === null)
  return (
    <Drawer open size={560} title={`${row.id} ${pick(row.indicator, row.indicatorEn)}`} onClose={onClose}>
      <div className="gz-drawer">
        <Proposals row={row} />
        <QuestionPart shown={shown} row={row} mayAnswer={isOpen} onAnswered={onSaved} />
        {row.grade !== null && (
          <section>
            <h3>{t('row.standing')}</h3>
            <p>
              <GradeLine row={row} />
            </p>
            {row.grade.overrideReason !== null && (
              <p>
                {t('row.both', { computed: row.grade.computedSaid ?? '', reason: row.grade.overrideReason })}
              </p>
            )}
            {row.grade.comment !== '' && <p>{row.grade.comment}</p>}
            <p className="gz-faint">
              {t('row.by', { by: row.grade.by, at: dateTime(row.grade.at), version: row.grade.version })}
            </p>
          </section>
        )}
        {isOpen ? (
          <GradeForm
            task={task}
            row={row}
            onSaved={async () => {
              await onSaved()
              if (next) onGo(next.id)
              else onClose()
            }}
            onStale={onSaved}
          />
        ) : (
          <Rubric row={row} />
        )}
      </div>
    </Drawer>
  )
}

/** What records compute, other systems bring and the scored body declares, each with what it rests on. */
function Proposals({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('grading')
  const said = useSaid()
  return (
    <section>
      <h3>{t('row.proposals')}</h3>
      {row.proposals.length === 0 && <p className="gz-faint">{t('row.noProposal')}</p>}
      <ul className="gz-plain">
        {row.proposals.map((one, n) => (
          <li key={`${one.provenance}${n}`}>
            <strong className="gz-number">{said(one.said, row)}</strong>{' '}
            <ProvenanceMark provenance={one.provenance} />
            {one.said.notApplicable !== null && <p>{one.said.notApplicable}</p>}
            {one.note !== '' && <p className="gz-faint">{one.note}</p>}
            {one.evidence !== '' && (
              <p className="gz-faint">{t('row.restsOn', { evidence: one.evidence })}</p>
            )}
          </li>
        ))}
      </ul>
      {row.evidenceAsked.length > 0 && (
        <p className="gz-faint">{t('row.evidenceAsked', { list: row.evidenceAsked.join('、') })}</p>
      )}
    </section>
  )
}

function Rubric({ row }: { row: Row }): ReactNode {
  const { t } = useTranslation('grading')
  const pick = usePick()
  if (row.rubric.length === 0) return null
  return (
    <section>
      <h3>{t('row.rubric')}</h3>
      <table className="gz-scale">
        <tbody>
          {row.rubric.map(({ level, signs, signsEn }) => (
            <tr key={level}>
              <th scope="row">{level}</th>
              <td>{pick(signs, signsEn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
