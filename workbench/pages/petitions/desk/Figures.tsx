import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { claimFigures } from '../../../../contracts/petitions/desks.ts'
import { call } from '../../../api/client.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { count, percent } from '../../../parts/format.ts'
import { Figure } from '../../../parts/marks/Figure.tsx'
import { Unknown } from '../../../parts/marks/Unknown.tsx'
import { claimsOf } from '../addresses.ts'

/** How we stand: three figures, each opened down to its claims. */
export function Figures(): ReactNode {
  const { t } = useTranslation('petitions')
  const { place } = useJurisdiction()
  const { data } = useQuery({
    queryKey: ['petitions-figures', place?.id ?? ''],
    queryFn: ({ signal }) => call(claimFigures, { query: { place: place?.id } }, { signal }),
  })
  if (!data) return null
  const { open, overdue, solved, closed } = data
  return (
    <section className="gz-card gz-claim-figures" aria-label={t('figures.title')}>
      <Figure
        label={t('figures.open')}
        value={count(open)}
        unit={t('figures.claims')}
        to={claimsOf({ open: 'yes' })}
      />
      <Figure
        label={t('figures.overdue')}
        value={count(overdue)}
        unit={t('figures.claims')}
        to={claimsOf({ open: 'yes', overdue: 'yes' })}
      />
      <Figure
        label={t('figures.solved')}
        value={closed === 0 ? <Unknown why={t('figures.noneClosed')} /> : percent(`${solved}/${closed}`)}
        note={t('figures.of', { solved: count(solved), closed: count(closed) })}
        to={claimsOf({ outcome: 'solved' })}
      />
    </section>
  )
}
