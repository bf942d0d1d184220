import { Drawer, Timeline } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import { useNarrow } from '../../../app/screen.ts'
import { DueMark } from '../marks/DueMark.tsx'
import { useNamed } from '../names.ts'

/** «Why this deadline» in dated steps; both sides read the same. */
export function WhyDrawer({
  claim,
  open,
  onClose,
}: {
  claim: ClaimPage
  open: boolean
  onClose: () => void
}): ReactNode {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  const narrow = useNarrow()
  return (
    <Drawer title={t('why.title')} open={open} onClose={onClose} size={narrow ? '100%' : 480}>
      <p className="gz-why-now">
        <DueMark claim={claim} wide />
      </p>
      <p className="gz-faint">{t('why.intro')}</p>
      <Timeline
        className="gz-why"
        items={(claim.deadline?.steps ?? []).map((step, index) => ({
          key: `${index} ${step.at}`,
          // Each step says its own day; an instant beside it would call the 24:00 of a day the next day's 0:00.
          content: named(step),
        }))}
      />
      {claim.dueProvisional !== null && <p className="gz-faint">{t('why.provisional')}</p>}
    </Drawer>
  )
}
