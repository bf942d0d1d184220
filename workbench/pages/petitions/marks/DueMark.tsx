import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { clockTitles } from '../../../../contracts/petitions/words.ts'
import { date, dateTime } from '../../../parts/format.ts'
import { type StateKind, StateTag } from '../../../parts/marks/StateTag.tsx'
import { useNamed } from '../names.ts'
import { endsWithDay, type Left, lastDayOf, leftUntil } from './left.ts'
import { useNow, useSpecialDays } from './useCalendar.ts'

type Running = Pick<ClaimRow, 'clock' | 'dueAt' | 'dueProvisional' | 'isOverdue' | 'isSuspended' | 'warnings'>

const kindOf = ({ isOver, unit, count }: Left, warnings: number): StateKind => {
  if (isOver) return 'overdue'
  return warnings > 0 || unit !== 'days' || count <= 1 ? 'warning' : 'waiting'
}

/** How long there is for the step that runs, as icon and words, with the day itself. */
export function DueMark({ claim, wide = false }: { claim: Running; wide?: boolean }): ReactNode {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  const now = useNow()
  const special = useSpecialDays()
  const { clock, dueAt, dueProvisional, isSuspended, warnings } = claim
  if (isSuspended) return <StateTag kind="info" word={t('due.suspended')} />
  if (clock === null) return <span className="gz-faint">{t('due.none')}</span>
  const step = named(clockTitles[clock])
  const left = dueAt === null ? null : leftUntil(dueAt, now, special)
  const by = dueAt === null ? dueProvisional : endsWithDay(dueAt) ? lastDayOf(dueAt) : dateTime(dueAt)
  return (
    <span className={wide ? 'gz-due gz-due-wide' : 'gz-due'}>
      {left ? (
        <StateTag
          kind={kindOf(left, warnings)}
          word={t(`due.${left.isOver ? 'over' : 'left'}.${left.unit}`, { count: left.count })}
        />
      ) : (
        <StateTag kind="info" word={t('due.provisional')} />
      )}
      {by !== null && (
        <span className="gz-faint gz-number">
          {t('due.by', { step, at: by.length === 10 ? date(by) : by })}
        </span>
      )}
    </span>
  )
}
