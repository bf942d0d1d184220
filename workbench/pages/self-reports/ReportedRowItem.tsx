import { Radio } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportedRow } from '../../../contracts/self-reports/staff.ts'
import { type Stance, stances } from '../../../contracts/self-reports/words.ts'
import { EvidenceList } from '../../parts/evidence/EvidenceList.tsx'
import { Goto } from '../../parts/Goto.tsx'
import { PointsBar } from '../../parts/marks/PointsBar.tsx'
import { ProvenanceMark } from '../../parts/marks/ProvenanceMark.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { usePick, useTerm } from '../standards/names.ts'
import { RowEditor } from './RowEditor.tsx'
import { useSaidText } from './said-text.ts'
import { type RowDraft, useRowDraft } from './useRowDraft.ts'

interface ItemProps {
  reportId: string
  row: ReportedRow
  /** The score's page with this row opened. */
  point: string
  mayWrite: boolean
}

/** One row of the table: what stands and why, and what the body says of it. */
export function ReportedRowItem({ reportId, row, point, mayWrite }: ItemProps): ReactNode {
  const { t } = useTranslation('self-reports')
  const pick = usePick()
  const term = useTerm()
  const why = row.withheld ? t('withheld') : pick(row.why, row.whyEn)
  return (
    <li className="gz-report-row" id={`row-${row.id}`}>
      <div className="gz-report-what">
        <h3>
          <span className="gz-number gz-faint">{row.id}</span> {pick(row.indicator, row.indicatorEn)}
        </h3>
        <p className="gz-faint">
          {pick(row.level2, row.level2En)} · {term(row.evaluator)}
        </p>
        <p>
          {row.provenance && !row.withheld && <ProvenanceMark provenance={row.provenance} />} {why}
        </p>
        <Goto to={point}>{t('records')}</Goto>
      </div>
      <div className="gz-report-points">
        {row.withheld ? null : <PointsBar points={row.points} of={row.max} state={row.state} reason={why} />}
      </div>
      {mayWrite ? <Writable reportId={reportId} row={row} /> : <Told row={row} />}
      {row.answer && (
        <div className="gz-report-answer">
          <StateTag
            kind={row.answer.outcome === 'accepted' ? 'done' : 'refused'}
            word={t(`outcomes.${row.answer.outcome}`)}
          />
          <span>{row.answer.reason}</span>
          <span className="gz-faint">{row.answer.by}</span>
        </div>
      )}
    </li>
  )
}

/** What was said, to be read. */
function Told({ row }: { row: ReportedRow }): ReactNode {
  const text = useSaidText()
  const { t } = useTranslation('self-reports')
  if (!row.said?.stance) return <p className="gz-faint gz-report-said">{t('untouched')}</p>
  const { said } = row
  return (
    <div className="gz-report-said">
      <p>{text(said)}</p>
      {said.evidenceNote !== '' && <p className="gz-faint">{said.evidenceNote}</p>}
      {said.evidence.length > 0 && <EvidenceList evidence={said.evidence} />}
    </div>
  )
}

const kindOf = {
  still: null,
  waiting: 'doing',
  saving: 'doing',
  saved: 'done',
  conflict: 'warning',
  failed: 'refused',
} as const

function Writable({ reportId, row }: { reportId: string; row: ReportedRow }): ReactNode {
  const { t } = useTranslation('self-reports')
  const it = useRowDraft(reportId, row)
  const [opened, setOpened] = useState(false)
  const { stance } = it.draft
  const allowed: Record<Stance, boolean> = { accept: true, declare: row.mayDeclare, contest: row.mayContest }
  const kind = kindOf[it.state]
  const isEdited = stance === 'declare' || stance === 'contest'
  const shown = isEdited && (opened || row.said?.fault != null || it.theirs !== null || it.error !== null)
  return (
    <>
      <div className="gz-report-stance">
        <Radio.Group
          aria-label={t('stanceOf', { row: row.id })}
          optionType="button"
          value={stance}
          options={stances
            .filter((one) => allowed[one])
            .map((value) => ({ value, label: t(`stances.${value}`) }))}
          onChange={({ target }) => {
            setOpened(true)
            it.change({ stance: target.value as Stance }, true)
          }}
        />
        <span aria-live="polite">{kind && <StateTag kind={kind} word={t(`save.${it.state}`)} />}</span>
        {isEdited && !shown && <Summary row={row} it={it} onOpen={() => setOpened(true)} />}
        {it.state === 'failed' && !isEdited && <RowEditor row={row} it={it} />}
      </div>
      {shown && <RowEditor row={row} it={it} />}
    </>
  )
}

function Summary({ row, it, onOpen }: { row: ReportedRow; it: RowDraft; onOpen: () => void }): ReactNode {
  const { t } = useTranslation('self-reports')
  const text = useSaidText()
  return (
    <button type="button" className="gz-report-edit" onClick={onOpen}>
      {row.said ? text(row.said) : t(`stances.${it.draft.stance ?? 'accept'}`)} · {t('edit')}
    </button>
  )
}
