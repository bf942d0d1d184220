import { LockOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import { isOpen } from '../../../../contracts/petitions/words.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { openingsAddress } from '../addresses.ts'
import { openingKinds } from '../openings/opening-state.ts'
import { AskOpening } from '../openings/OpeningDialogs.tsx'
import { Contact } from './Contact.tsx'

/** Who reported, as far as it may be seen: masked, at one press, or sealed behind two persons. */
export function Reporter({ claim }: { claim: ClaimPage }): ReactNode {
  const { t } = useTranslation('petitions')
  const { reporter } = claim
  if (reporter.sealed) return <Sealed claim={claim} />
  if (reporter.mask === '') return <span className="gz-faint">{t('reporter.none')}</span>
  return (
    <>
      <Contact claimId={claim.id} purpose={isOpen(claim.state) ? 'handling' : 'review'} />
      <span className="gz-fact-hint">
        {t(reporter.phoneVerified ? 'reporter.verified' : 'reporter.unverified')}
      </span>
    </>
  )
}

function Sealed({ claim }: { claim: ClaimPage }): ReactNode {
  const { t } = useTranslation('petitions')
  const [asking, setAsking] = useState(false)
  const mayAsk = claim.can['petitions.ask-opening'] === true
  const waits = claim.openings.some(({ state }) => state === 'asked')
  return (
    <div className="gz-sealed">
      <p>
        <LockOutlined aria-hidden /> {t('reporter.sealed')}
      </p>
      {claim.openings.length > 0 && (
        <ul aria-label={t('openings.title')}>
          {claim.openings.map((one) => (
            <li key={one.id}>
              <StateTag kind={openingKinds[one.state]} word={t(`opening.${one.state}`)} /> {one.reason}
              {one.state === 'agreed' && one.mine && (
                <Contact claimId={claim.id} purpose="handling" openingId={one.id} />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAsk && !waits && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('opening.ask')}
        </Button>
      )}
      {waits && <Goto to={openingsAddress}>{t('opening.waits')}</Goto>}
      {asking && <AskOpening claim={claim} onClose={() => setAsking(false)} />}
    </div>
  )
}
