import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ClaimPage } from '../../../../contracts/petitions/claims.ts'
import {
  channelNames,
  exclusionNames,
  levelNames,
  limitClassNames,
} from '../../../../contracts/petitions/words.ts'
import { EvidenceList } from '../../../parts/evidence/EvidenceList.tsx'
import { dateTime } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import type { Fact, FactGroup } from '../../../parts/record/FactGroups.tsx'
import { compoundAddress } from '../../organisations/addresses.ts'
import { claimAddress, whistleAddress } from '../addresses.ts'
import { OutcomeTag } from '../marks/ClaimTag.tsx'
import { DueMark } from '../marks/DueMark.tsx'
import { useNamed } from '../names.ts'
import { Reporter } from './Reporter.tsx'

/** The facts of a claim in their groups: the matter, who reported, how it is handled, what came of it. */
export function useClaimGroups(claim: ClaimPage | undefined, onWhy: () => void): FactGroup[] {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  if (!claim) return []
  const { handler, leader, key, rating, outcome, excluded, lead, asked } = claim
  const some = (...facts: (Fact | false | null)[]): Fact[] =>
    facts.filter((fact) => fact !== false && fact !== null)
  const yesNo = (one: keyof typeof rating) => t(`rated.${one}.${rating[one] === true ? 'yes' : 'no'}`)
  const links = (rows: { id: string; number: string }[], to: (id: string) => string) => (
    <span className="gz-links">
      {rows.map(({ id, number }) => (
        <Goto key={id} to={to(id)}>
          {number}
        </Goto>
      ))}
    </span>
  )
  return [
    {
      title: t('group.matter'),
      facts: some(
        {
          label: t('claim.content'),
          value: <span className="gz-claim-content">{claim.content}</span>,
          wide: true,
        },
        { label: t('claim.category'), value: claim.categoryName },
        { label: t('claim.limitClass'), value: named(limitClassNames[claim.limitClass]) },
        {
          label: t('claim.place'),
          value: (
            <>
              <Goto to={compoundAddress(claim.placeId)}>{claim.placeName}</Goto> {claim.spot}
            </>
          ),
        },
        { label: t('claim.district'), value: claim.districtName ?? '—' },
        { label: t('claim.opened'), value: dateTime(claim.openedAt) },
        { label: t('claim.channel'), value: named(channelNames[claim.channel]) },
        claim.followers > 0 && {
          label: t('claim.followers'),
          value: t('claim.followersOf', { count: claim.followers }),
        },
        lead && { label: t('claim.lead'), value: links([lead], claimAddress) },
        claim.joined.length > 0 && { label: t('claim.joined'), value: links(claim.joined, claimAddress) },
        { label: t('claim.evidence'), value: <EvidenceList evidence={claim.evidence} />, wide: true },
      ),
    },
    {
      title: t('group.reporter'),
      facts: some(
        { label: t('claim.reporter'), value: <Reporter claim={claim} />, wide: true },
        {
          label: t('claim.publish'),
          value: t(
            claim.publicText !== null
              ? 'publish.cleared'
              : claim.agreesToPublish
                ? 'publish.agrees'
                : 'publish.no',
          ),
          wide: true,
        },
        claim.publicText !== null && { label: t('field.publicText'), value: claim.publicText, wide: true },
      ),
    },
    {
      title: t('group.handling'),
      facts: some(
        { label: t('claim.handler'), value: handler?.name ?? t('claim.nobody') },
        claim.coBodyName !== null && { label: t('claim.beside'), value: claim.coBodyName },
        leader && { label: t('claim.leader'), value: leader.name },
        { label: t('claim.level'), value: named(levelNames[claim.level]) },
        claim.providerName !== null && { label: t('claim.provider'), value: claim.providerName },
        {
          label: t('due.title'),
          value: (
            <span className="gz-links">
              <DueMark claim={claim} />
              {claim.deadline && (
                <Button type="link" size="small" onClick={onWhy}>
                  {t('why.open')}
                </Button>
              )}
            </span>
          ),
          wide: true,
        },
        asked && {
          label: t(`flag.${asked.kind}`),
          value: t('field.asked', { who: handler?.name ?? '', count: asked.days, reason: asked.reason }),
          wide: true,
        },
        (claim.redone > 0 || claim.reopened > 0) && {
          label: t('claim.again'),
          value: t('claim.againOf', { redone: claim.redone, reopened: claim.reopened }),
        },
        claim.climbs > 0 && { label: t('claim.climbs'), value: t('claim.climbsOf', { count: claim.climbs }) },
        key && {
          label: t('key.title'),
          value: [
            t('key.listOf', { level: named(levelNames[key.level]) }),
            ...(key.complex ? [t('field.complex')] : []),
            ...(key.supervised ? [t('field.supervised')] : []),
          ].join(t('listComma')),
        },
        claim.whistles.length > 0 && {
          label: t('whistles.title'),
          value: links(claim.whistles, whistleAddress),
        },
        excluded && { label: t('claims.excluded'), value: named(exclusionNames[excluded]) },
      ),
    },
    ...(outcome === null
      ? []
      : [
          {
            title: t('group.result'),
            facts: some(
              { label: t('claim.outcome'), value: <OutcomeTag outcome={outcome} state={claim.state} /> },
              claim.answeredInTime !== null && {
                label: t('claim.inTime'),
                value: t(claim.answeredInTime ? 'claim.inTimeYes' : 'claim.inTimeNo'),
              },
              claim.visitResult === 'unreached' && {
                label: t('claim.rating'),
                value: t('visit.unreachedShort'),
              },
              ...(['responded', 'solved', 'satisfied'] as const).map(
                (one) => rating[one] !== null && { label: t(`visit.${one}`), value: yesNo(one) },
              ),
              claim.closedAt !== null && { label: t('claim.closed'), value: dateTime(claim.closedAt) },
            ),
          },
        ]),
  ]
}
