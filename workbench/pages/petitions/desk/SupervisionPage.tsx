import { BellOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { supervisorCounts, supervisorDesk, supervisorTabs } from '../../../../contracts/petitions/desks.ts'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { urgeClaim } from '../../../../contracts/petitions/terms.ts'
import { call } from '../../../api/client.ts'
import { may, useMe } from '../../../api/session.ts'
import { word } from '../../../app/search.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { count } from '../../../parts/format.ts'
import { LinkTabs } from '../../../parts/LinkTabs.tsx'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type BulkAction, only } from '../../../parts/list/types.ts'
import { claimAddress, supervisionAddress } from '../addresses.ts'
import { useClaimColumns } from '../claims/claim-columns.tsx'
import { useActing, useNextColumn } from '../deeds/useActing.tsx'
import { FileButton } from '../file/FileButton.tsx'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { Figures } from './Figures.tsx'
import '../petitions.css'

type Tab = (typeof supervisorTabs)[number]
const tabOf = (text: string | null | undefined): Tab =>
  supervisorTabs.find((one) => one === text) ?? 'overdue'
/** Where rows wait for whoever has them, so that urging makes sense. */
const urged: readonly Tab[] = ['warned', 'overdue', 'climbed', 'reopened']

/** 督办台: what an office looks after, by what is the matter; counts stand on the tabs. */
export function SupervisionPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { place } = useJurisdiction()
  const { act, dialog } = useActing()
  const columns = useClaimColumns<ClaimRow>()
  const next = useNextColumn(act)
  const here = tabOf(word(useLocation().search, 'tab'))
  const mayUrge = may(useMe(), 'petitions.urge')
  const { data } = useQuery({
    queryKey: ['petitions-counts', place?.id ?? ''],
    queryFn: ({ signal }) => call(supervisorCounts, { query: { place: place?.id } }, { signal }),
  })
  const urge: BulkAction<ClaimRow> = {
    key: 'urge',
    label: t('deed.urge'),
    icon: <BellOutlined />,
    question: (many) => t('supervision.urgeQuestion', { count: many }),
    run: (rows) => Promise.all(rows.map(({ id }) => call(urgeClaim, { params: { id }, body: { note: '' } }))),
    done: (many) => t('supervision.urgeDone', { count: many }),
  }
  return (
    <>
      <ListPage<ClaimRow>
        name="petitions-supervision"
        title={t('supervision.title')}
        intro={t(`supervision.intro.${here}`)}
        about={place?.id}
        actions={<FileButton />}
        load={({ filters, after, signal }) =>
          call(
            supervisorDesk,
            { query: { tab: tabOf(only(filters.tab)), place: place?.id, after } },
            { signal },
          )
        }
        rowKey={({ id }) => id}
        open={({ id }) => claimAddress(id)}
        columns={[
          columns.number,
          columns.due,
          next,
          columns.matter,
          columns.place,
          columns.handler,
          columns.state,
          { ...columns.opened, hiddenAtFirst: true },
          { ...columns.rating, hiddenAtFirst: true },
        ]}
        bulk={mayUrge && urged.includes(here) ? [urge] : []}
        empty={{ title: t('supervision.none'), hint: t('supervision.noneHint') }}
      >
        <PetitionTabs />
        <Figures />
        <LinkTabs
          label={t('supervision.tabs')}
          tabs={supervisorTabs.map((tab) => ({
            to: `${supervisionAddress}?tab=${tab}`,
            label: <TabName tab={tab} many={data?.counts[tab]} />,
            here: tab === here,
          }))}
        />
      </ListPage>
      {dialog}
    </>
  )
}

function TabName({ tab, many }: { tab: Tab; many: number | undefined }): ReactNode {
  const { t } = useTranslation('petitions')
  return (
    <>
      {t(`supervision.tab.${tab}`)}
      {many !== undefined && (
        <span className={many > 0 ? 'gz-many' : 'gz-many gz-many-none'}>{count(many)}</span>
      )}
    </>
  )
}
