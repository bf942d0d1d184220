import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Arrival } from '../../../contracts/standards/words.ts'
import { ProvenanceMark } from '../../parts/marks/ProvenanceMark.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'

/** How a fact reaches us today; what nothing can record yet stands out. */
export function ArrivalMark({ arrival }: { arrival: Arrival }): ReactNode {
  const { t } = useTranslation('standards')
  if (arrival === 'missing') return <StateTag kind="warning" word={t('arrival.missing')} />
  return <ProvenanceMark provenance={arrival} />
}
