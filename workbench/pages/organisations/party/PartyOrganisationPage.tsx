import { EditOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import {
  editPartyOrganisation,
  getPartyOrganisation,
} from '../../../../contracts/party-organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { count } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { RecordPage } from '../../../parts/record/RecordPage.tsx'
import { bodyAddress, compoundAddress, partyAddress } from '../addresses.ts'
import { RecordFrame } from '../shared/RecordFrame.tsx'
import { RowsSection } from '../shared/RowsSection.tsx'
import { timelineOf } from '../shared/timeline.ts'
import { EditPartyOrganisationDialog } from './EditPartyOrganisationDialog.tsx'
import { useCoverageColumns } from './columns.tsx'

export type PartyOrganisation = Answer<typeof getPartyOrganisation>

export function PartyOrganisationPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['organisations', 'party-organisation', id],
    queryFn: ({ signal }) => call(getPartyOrganisation, { params: { id } }, { signal }),
  })
  return (
    <RecordFrame
      query={query}
      title={t('party.one')}
      crumbs={[{ label: t('party.title'), to: partyAddress }]}
    >
      {(organisation) => <Organisation organisation={organisation} />}
    </RecordFrame>
  )
}

function Organisation({ organisation }: { organisation: PartyOrganisation }): ReactNode {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const [edits, setEdits] = useState(false)
  const columns = useCoverageColumns('organisation')
  const { hostId, hostName, projectId, projectName, to } = organisation
  const host =
    hostId !== null ? (
      <Goto to={bodyAddress(hostId)}>{hostName}</Goto>
    ) : (
      projectId !== null && <Goto to={compoundAddress(projectId)}>{projectName}</Goto>
    )
  return (
    <RecordPage
      title={organisation.name}
      crumbs={[{ label: t('party.title'), to: partyAddress }]}
      state={
        to === null ? (
          <StateTag kind="info" word={t(`organisationForm.${organisation.form}`)} />
        ) : (
          <StateTag kind="ended" word={t('party.ended', { day: to })} />
        )
      }
      {...(organisation.can[editPartyOrganisation.verb]
        ? { next: { label: t('party.edit'), icon: <EditOutlined />, onClick: () => setEdits(true) } }
        : {})}
      groups={[
        {
          title: t('party.about'),
          facts: [
            { label: t('party.form'), value: t(`organisationForm.${organisation.form}`) },
            { label: t('party.host'), value: host || '—' },
            { label: t('party.place'), value: organisation.placeName },
            {
              label: t('party.members'),
              value: count(organisation.formalMembers),
              hint: t('party.membersHint'),
            },
            { label: t('party.founded'), value: organisation.foundedOn },
          ],
        },
      ]}
      {...timelineOf(organisation.timeline)}
    >
      <RowsSection
        title={t('coverage.by')}
        rows={organisation.coverage}
        rowKey={({ id }) => id}
        columns={columns}
        none={t('coverage.noneBy')}
      />
      {edits && (
        <EditPartyOrganisationDialog
          organisation={organisation}
          onClose={() => setEdits(false)}
          onDone={async () => {
            await client.invalidateQueries({ queryKey: ['organisations'] })
            await client.invalidateQueries({ queryKey: ['party-organisations'] })
          }}
        />
      )}
    </RecordPage>
  )
}
