import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { compoundRecord } from '../../../../contracts/organisations/staff.ts'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { NotApplicable } from '../../../parts/marks/Unknown.tsx'
import type { FactGroup } from '../../../parts/record/FactGroups.tsx'
import { bodyAddress, placesAddress } from '../addresses.ts'
import type { Contract } from '../contracts/ContractsSection.tsx'
import { RulingNote } from '../../standards/RulingNote.tsx'
import { areaEach, areaShown } from '../shared/area.ts'

type Profile = z.infer<typeof compoundRecord>

/** The profile in labelled groups. */
export function useProfileGroups(profile: Profile, contracts: Contract[]): FactGroup[] {
  const { t } = useTranslation('organisations')
  const running = contracts.find(({ state }) => state === 'running')
  const each = areaEach(profile.areaCenti, profile.households)
  return [
    {
      title: t('compounds.about'),
      facts: [
        {
          label: t('compounds.where'),
          value: (
            <span className="gz-org-path">
              {profile.districtName} · {profile.streetName} ·
              <Goto to={`${placesAddress}/${profile.communityId}`}>{profile.communityName}</Goto>
            </span>
          ),
          wide: true,
        },
        { label: t('code'), value: <span className="gz-number">{profile.code}</span> },
        { label: t('compounds.type'), value: t(`compoundType.${profile.type}`) },
        ...(profile.type === 'other'
          ? [{ label: t('compounds.stars'), value: <NotStarred />, wide: true }]
          : []),
        { label: t('compounds.mode'), value: t(`managementMode.${profile.managementMode}`) },
        {
          label: t('compounds.provider'),
          value: running ? (
            <Goto to={bodyAddress(running.providerId)}>{running.providerName}</Goto>
          ) : (
            (profile.providerName ?? <NotApplicable reason={t('compounds.noProvider')} />)
          ),
        },
        { label: t('validFrom'), value: profile.validFrom },
      ],
    },
    {
      title: t('compounds.size'),
      facts: [
        {
          label: t('compounds.households'),
          value: t('households', { count: profile.households, shown: count(profile.households) }),
        },
        {
          label: t('compounds.buildings'),
          value: t('buildings', { count: profile.buildings, shown: count(profile.buildings) }),
        },
        {
          label: t('compounds.area'),
          value: t('squareMetres', { area: areaShown(profile.areaCenti) }),
          ...(each === null ? {} : { hint: t('compounds.each', { area: each }) }),
        },
        { label: t('compounds.enclosure'), value: t(`enclosure.${profile.enclosure}`) },
        { label: t('compounds.renovated'), value: profile.renovatedOn ?? t('compounds.notRenovated') },
        ...(profile.committeeImpossibleReason === null
          ? []
          : [{ label: t('compounds.impossible'), value: profile.committeeImpossibleReason, wide: true }]),
      ],
    },
  ]
}

/** C21: stars are meant for homes. */
function NotStarred(): ReactNode {
  const { t } = useTranslation('organisations')
  return (
    <>
      {t('compounds.notStarred')} <RulingNote id="C21" />
    </>
  )
}
