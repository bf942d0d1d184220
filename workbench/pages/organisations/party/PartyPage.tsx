import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  createPartyOrganisation,
  exportPartyOrganisations,
  listPartyOrganisations,
  type organisationRow,
} from '../../../../contracts/party-organisations/staff.ts'
import { organisationForm } from '../../../../contracts/party-organisations/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, only } from '../../../parts/list/types.ts'
import { partyOrganisationAddress } from '../addresses.ts'
import { OrganisationTabs } from '../shared/OrganisationTabs.tsx'
import { usePlaceFilter } from '../shared/PlaceFilter.tsx'
import { useShownPlace } from '../shared/useShownPlace.ts'
import { NewPartyOrganisationDialog } from './NewPartyOrganisationDialog.tsx'
import { useOrganisationColumns } from './columns.tsx'

const filtersOf = (filters: Filters) =>
  ({
    text: only(filters.text),
    form: organisationForm.safeParse(only(filters.form)).data,
    past: only(filters.past) === 'yes' ? 'yes' : 'no',
  }) as const

export function PartyPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const client = useQueryClient()
  const place = useShownPlace()
  const placeFilter = usePlaceFilter()
  const records = may(useMe(), createPartyOrganisation.verb)
  const [makes, setMakes] = useState(false)
  return (
    <ListPage<z.infer<typeof organisationRow>>
      name="party-organisations"
      title={t('party.title')}
      intro={t('party.intro')}
      about={place}
      load={({ filters, after, signal }) =>
        call(listPartyOrganisations, { query: { ...filtersOf(filters), after, place } }, { signal })
      }
      exportAs={(filters) =>
        download(
          exportPartyOrganisations,
          { query: { ...filtersOf(filters), place } },
          `${t('party.title')}.xlsx`,
        )
      }
      rowKey={({ id }) => id}
      columns={useOrganisationColumns()}
      open={({ id }) => partyOrganisationAddress(id)}
      actions={
        records && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setMakes(true)}>
            {t('party.new')}
          </Button>
        )
      }
      filters={[
        { key: 'text', label: t('party.name'), kind: 'text', example: t('textExample') },
        placeFilter,
        {
          key: 'form',
          label: t('party.form'),
          kind: 'choice',
          options: organisationForm.options.map((value) => ({
            value,
            label: t(`organisationForm.${value}`),
          })),
        },
        { key: 'past', label: t('past'), kind: 'choice', options: [{ value: 'yes', label: t('pastToo') }] },
      ]}
      empty={{ title: t('party.none'), hint: t('party.noneHint') }}
    >
      <OrganisationTabs />
      {makes && (
        <NewPartyOrganisationDialog
          onClose={() => setMakes(false)}
          onDone={() => client.invalidateQueries({ queryKey: ['party-organisations'] })}
        />
      )}
    </ListPage>
  )
}
