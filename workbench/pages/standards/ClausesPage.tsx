import { useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import type { listClauses } from '../../../contracts/standards/staff.ts'
import { PagedDrawer } from '../../parts/PagedDrawer.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { type OpeningButton, useOpeningRows } from '../../parts/table/useOpeningRows.ts'
import { useOpened } from '../../parts/useOpened.ts'
import { ClauseDetail } from './ClauseDetail.tsx'
import { usePick } from './names.ts'
import { clausesQuery } from './queries.ts'
import { StandardsHead } from './StandardsHead.tsx'
import '../../parts/list/list.css'
import './table.css'

type Line = Answer<typeof listClauses>['clauses'][number]

/** The clauses as a tree, with how many requirements and indicators hang on each; one opens to its text. */
export function ClausesPage(): ReactNode {
  const { t } = useTranslation('standards')
  const { clauses } = useSuspenseQuery(clausesQuery).data
  const clause = useOpened('clause')
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim().toLowerCase())
  const shown = useMemo(() => clauses.filter((line) => holds(line, text)), [clauses, text])
  const opening = useOpeningRows(clause.open)
  return (
    <div className="gz-page">
      <StandardsHead title={t('page.clauses')} intro={t('clausesIntro')} />
      <section className="gz-card" aria-label={t('page.clauses')}>
        <div className="gz-list-tools gz-noprint">
          <Input
            className="gz-filter-text"
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-label={t('clauseFilter')}
            placeholder={t('clauseFilter')}
          />
        </div>
        {shown.length === 0 ? (
          <EmptyState title={t('search.none')} hint={t('search.noneHint')} />
        ) : (
          <ul className="gz-clauses">
            {shown.map((line) => (
              <ClauseLine key={line.id} line={line} button={opening.button(line.id)} />
            ))}
          </ul>
        )}
      </section>
      <PagedDrawer
        title={clause.opened === null ? '' : t('clauseNumber', { clause: clause.opened })}
        opened={clause.opened}
        all={shown.map((line) => line.id)}
        onOpen={clause.open}
        onClose={clause.close}
      >
        {clause.opened !== null && <ClauseDetail id={clause.opened} />}
      </PagedDrawer>
    </div>
  )
}

const holds = ({ id, title, titleEn, summary, summaryEn }: Line, text: string): boolean =>
  text === '' ||
  id.toLowerCase().startsWith(text) ||
  [title, titleEn, summary, summaryEn].some((words) => words.toLowerCase().includes(text))

const depthOf = (id: string): number => id.split(/[.-]/).length - 1

function ClauseLine({ line, button }: { line: Line; button: OpeningButton }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  const heading = line.kind === '题'
  return (
    <li
      className={heading ? 'gz-clause gz-clause-heading' : 'gz-clause'}
      style={{ paddingLeft: 16 + depthOf(line.id) * 20 }}
    >
      <button type="button" {...button}>
        <span className="gz-number gz-clause-id">{line.id}</span>
        <span className="gz-clause-title">{pick(line.title, line.titleEn)}</span>
      </button>
      {!heading && (
        <span className={`gz-modal gz-modal-${modals[line.kind]}`}>{t(`modal.${line.kind}`)}</span>
      )}
      <span className="gz-clause-counts gz-faint">
        {line.requirements > 0 && <span>{t('count.requirements', { count: line.requirements })}</span>}
        {line.indicators > 0 && <span>{t('count.indicators', { count: line.indicators })}</span>}
      </span>
      {!heading && <span className="gz-clause-summary">{pick(line.summary, line.summaryEn)}</span>}
    </li>
  )
}

const modals = { 应: 'shall', 宜: 'should', 可: 'may', 题: 'none', 述: 'none' } as const
