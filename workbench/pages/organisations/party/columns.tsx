import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { coverageRow, organisationRow } from '../../../../contracts/party-organisations/staff.ts'
import { count, today } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import type { ListColumn } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { bodyAddress, compoundAddress, partyOrganisationAddress } from '../addresses.ts'

type Organisation = z.infer<typeof organisationRow>
type Coverage = z.infer<typeof coverageRow>

export function useOrganisationColumns(): ListColumn<Organisation>[] {
  const { t } = useTranslation('organisations')
  return [
    { key: 'name', title: t('party.name'), cell: ({ name }) => name },
    { key: 'form', title: t('party.form'), cell: ({ form }) => t(`organisationForm.${form}`) },
    {
      key: 'host',
      title: t('party.host'),
      cell: ({ hostName, projectName }) => hostName ?? projectName ?? '—',
    },
    { key: 'place', title: t('party.place'), cell: ({ placeName }) => placeName },
    { key: 'members', title: t('party.members'), cell: (row) => count(row.formalMembers), numeric: true },
    { key: 'covers', title: t('party.covers'), cell: (row) => count(row.covers), numeric: true },
    { key: 'founded', title: t('party.founded'), cell: ({ foundedOn }) => foundedOn },
    { key: 'to', title: t('party.to'), cell: ({ to }) => to ?? '—', hiddenAtFirst: true },
  ]
}

/** What is covered, how and since when; `of` leaves out what the page is about. */
export function useCoverageColumns(of?: 'target' | 'organisation'): ListColumn<Coverage>[] {
  const { t } = useTranslation('organisations')
  const target: ListColumn<Coverage> = {
    key: 'target',
    title: t('coverage.target'),
    cell: ({ bodyId, bodyName, compoundId, compoundName }) => {
      if (bodyId !== null) return <Goto to={bodyAddress(bodyId)}>{bodyName}</Goto>
      return compoundId === null ? '—' : <Goto to={compoundAddress(compoundId)}>{compoundName}</Goto>
    },
  }
  const organisation: ListColumn<Coverage> = {
    key: 'organisation',
    title: t('party.one'),
    cell: ({ organisationId, organisationName }) =>
      organisationId === null ? (
        '—'
      ) : (
        <Goto to={partyOrganisationAddress(organisationId)}>{organisationName}</Goto>
      ),
  }
  return [
    ...(of === 'target' ? [] : [target]),
    { key: 'how', title: t('coverage.how'), cell: ({ how }) => t(`coverageWay.${how}`) },
    ...(of === 'organisation' ? [] : [organisation]),
    {
      key: 'instructor',
      title: t('coverage.instructor'),
      cell: ({ instructorMask }) => instructorMask ?? '—',
    },
    { key: 'from', title: t('coverage.from'), cell: ({ from }) => from },
    { key: 'state', title: t('coverage.state'), cell: ({ to }) => <CoverageState to={to} /> },
  ]
}

function CoverageState({ to }: { to: string | null }) {
  const { t } = useTranslation('organisations')
  if (to === null) return <StateTag kind="done" word={t('coverage.holds')} />
  return to < today() ? (
    <StateTag kind="ended" word={t('coverage.ended', { day: to })} />
  ) : (
    <StateTag kind="done" word={t('coverage.until', { day: to })} />
  )
}
