import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { earlierVersion } from '../../../../contracts/evaluation/staff.ts'
import { dateTime } from '../../../parts/format.ts'

interface HistoryProps {
  /** Why the fact stands as it does now; empty where it was never changed. */
  reason: string
  withdrawn: boolean
  /** The latest first. */
  earlier: z.infer<typeof earlierVersion>[]
}

/** How a recorded fact came to stand as it does: why it was changed, and what it said before. */
export function History({ reason, withdrawn, earlier }: HistoryProps): ReactNode {
  const { t } = useTranslation('evaluation')
  return (
    <>
      {reason !== '' && (
        <p>{t(withdrawn ? 'facts.withdrawnBecause' : 'facts.correctedBecause', { reason })}</p>
      )}
      {earlier.map((before) => (
        <p key={before.recordedAt} className="gz-faint gz-number">
          {t('point.earlier', {
            said: before.said,
            by: before.recordedBy ?? '',
            at: dateTime(before.recordedAt),
          })}
          {before.reason !== '' && t('facts.thenBecause', { reason: before.reason })}
        </p>
      ))}
    </>
  )
}
