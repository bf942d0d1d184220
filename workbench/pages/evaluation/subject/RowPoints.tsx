import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { score } from '../../../parts/format.ts'
import { PointsBar } from '../../../parts/marks/PointsBar.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { NotApplicable } from '../../../parts/marks/Unknown.tsx'
import { usePick } from '../../standards/names.ts'
import type { ScoreRow } from '../queries.ts'

/** The points of a row as a slim bar, or the state that stands in their place; never a silent 0. */
export function RowPoints({ row }: { row: ScoreRow }): ReactNode {
  const { t } = useTranslation('evaluation')
  const pick = usePick()
  if (row.withheld) return <span className="gz-faint">{pick(row.why, row.whyEn)}</span>
  if (row.state === 'missing') return <StateTag kind="warning" word={t('row.missing')} />
  if (row.state === 'not-applicable') return <NotApplicable reason={pick(row.why, row.whyEn)} />
  if (row.mechanism === 'deduction') return <Deducted points={row.points} />
  const bar = <PointsBar points={row.points} of={row.max} state={row.state} />
  if (row.warning === null) return bar
  return (
    <>
      {bar} <StateTag kind="warning" word={t('row.warned')} />
    </>
  )
}

/** The negative list has no full points: what is taken off, or that nothing was. */
function Deducted({ points }: { points: string }): ReactNode {
  const { t } = useTranslation('evaluation')
  const taken = score(points)
  if (taken === '0.00') return <span className="gz-faint">{t('row.nothingDeducted')}</span>
  return <StateTag kind="refused" word={t('row.deducted', { points: taken.replace('-', '−') })} />
}
