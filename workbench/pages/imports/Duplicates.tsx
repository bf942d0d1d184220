import { Button, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, ImportRun } from '../../../contracts/imports/staff.ts'
import type { Decision } from '../../../contracts/imports/words.ts'
import { count } from '../../parts/format.ts'
import { Pager } from '../../parts/list/Pager.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { useFindings } from './pages.ts'
import type { Decisions } from './RunPage.tsx'
import '../../parts/list/list.css'

interface DuplicatesProps {
  run: ImportRun
  decisions: Decisions
  onDecide: (decisions: Decisions) => void
}

/** Rows that may be records already held. Nothing is merged on a likeness: a person decides on each. */
export function Duplicates({ run, decisions, onDecide }: DuplicatesProps): ReactNode {
  const { t } = useTranslation('imports')
  const found = useFindings(run.id, 'perhaps-same')
  const shown = found.data?.rows ?? []
  function leaveOut(): void {
    const rest = shown.filter(({ row }) => decisions[row] === undefined)
    onDecide({ ...decisions, ...Object.fromEntries(rest.map(({ row }) => [String(row), 'skip' as const])) })
  }
  return (
    <section className="gz-card" aria-label={t('same.title')}>
      <div className="gz-section-head">
        <h2>{t('same.title')}</h2>
        <Button onClick={leaveOut}>{t('same.leaveOut')}</Button>
      </div>
      <p className="gz-import-note">{t('same.intro')}</p>
      {found.error && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.error && <Loading />}
      <ul className="gz-import-same">
        {shown.map((finding) => (
          <Likeness
            key={finding.row}
            finding={finding}
            decision={decisions[finding.row]}
            onDecide={(decision) => onDecide({ ...decisions, [finding.row]: decision })}
          />
        ))}
      </ul>
      {found.data && (
        <Pager
          shown={shown.length}
          words={t('told.all', { rows: count(run.counts.perhapsSame) })}
          page={found.page}
          next={found.data.next}
          onNext={found.forward}
          onBack={found.back}
        />
      )}
    </section>
  )
}

interface LikenessProps {
  finding: Finding
  decision: Decision | undefined
  onDecide: (decision: Decision) => void
}

function Likeness({ finding, decision, onDecide }: LikenessProps): ReactNode {
  const { t } = useTranslation('imports')
  const { row, named, candidates } = finding
  return (
    <li>
      <div>
        <strong>{t('bad.row', { row })}</strong>
        {named.map(({ header, value }) => (
          <div key={header}>
            <span className="gz-faint">{header}</span> {value}
          </div>
        ))}
        <div>{t('same.perhaps')}</div>
        <ul>
          {candidates.map(({ id, label }) => (
            <li key={id}>{label}</li>
          ))}
        </ul>
      </div>
      <Radio.Group
        aria-label={t('same.decide', { row })}
        value={decision ?? null}
        onChange={({ target }) => onDecide(target.value === 'skip' ? 'skip' : 'distinct')}
        options={[
          { value: 'distinct', label: t('same.distinct') },
          { value: 'skip', label: t('same.skip') },
        ]}
      />
    </li>
  )
}
