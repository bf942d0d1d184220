import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { handlerDesk } from '../../../../contracts/petitions/desks.ts'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { call } from '../../../api/client.ts'
import { word } from '../../../app/search.ts'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { only } from '../../../parts/list/types.ts'
import { claimAddress, deskAddress } from '../addresses.ts'
import { useClaimColumns } from '../claims/claim-columns.tsx'
import { useActing, useNextColumn } from '../deeds/useActing.tsx'
import { FileButton } from '../file/FileButton.tsx'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { Figures } from './Figures.tsx'
import '../petitions.css'

const tabs = ['mine', 'beside', 'answered'] as const
const tabOf = (text: string | null | undefined) => tabs.find((one) => one === text) ?? 'mine'

/** What the own body, office or project has in hand; what runs out next stands first, with the one next action. */
export function DeskPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { act, dialog } = useActing()
  const columns = useClaimColumns<ClaimRow>()
  const next = useNextColumn(act)
  const here = tabOf(word(useLocation().search, 'tab'))
  return (
    <>
      <ListPage<ClaimRow>
        name="petitions-desk"
        title={t('desk.title')}
        intro={t(`desk.intro.${here}`)}
        actions={<FileButton />}
        load={({ filters, after, signal }) =>
          call(handlerDesk, { query: { tab: tabOf(only(filters.tab)), after } }, { signal })
        }
        rowKey={({ id }) => id}
        open={({ id }) => claimAddress(id)}
        columns={[
          columns.number,
          columns.due,
          next,
          columns.matter,
          columns.place,
          columns.state,
          { ...columns.handler, hiddenAtFirst: true },
          { ...columns.opened, hiddenAtFirst: true },
          { ...columns.channel, hiddenAtFirst: true },
        ]}
        empty={{ title: t(`desk.none.${here}`), hint: t('desk.noneHint') }}
      >
        <PetitionTabs />
        <Figures />
        <LinkTabs
          label={t('desk.tabs')}
          tabs={tabs.map((tab) => ({
            to: tab === 'mine' ? deskAddress : `${deskAddress}?tab=${tab}`,
            label: t(`desk.tab.${tab}`),
            here: tab === here,
          }))}
        />
      </ListPage>
      {dialog}
    </>
  )
}
