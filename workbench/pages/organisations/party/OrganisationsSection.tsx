import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { listPartyOrganisations } from '../../../../contracts/party-organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { may, useMe } from '../../../api/session.ts'
import { partyOrganisationAddress } from '../addresses.ts'
import { RowsSection } from '../shared/RowsSection.tsx'
import { useOrganisationColumns } from './columns.tsx'

/** Party organisations that this body hosts. */
export function OrganisationsSection({ host }: { host: string }): ReactNode {
  const { t } = useTranslation('organisations')
  const sees = may(useMe(), listPartyOrganisations.verb)
  const columns = useOrganisationColumns().filter(({ key }) => key !== 'host')
  const { data } = useQuery({
    queryKey: ['organisations', 'party', host],
    enabled: sees,
    queryFn: ({ signal }) => call(listPartyOrganisations, { query: { host, past: 'yes' } }, { signal }),
  })
  if (!sees) return null
  return (
    <RowsSection
      title={t('party.title')}
      rows={data?.rows ?? []}
      rowKey={({ id }) => id}
      columns={columns}
      open={({ id }) => partyOrganisationAddress(id)}
      none={t(data ? 'party.noneHere' : 'scores.loading')}
    />
  )
}
