import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { listClaims } from '../../../../contracts/petitions/claims.ts'
import { exportProblemList } from '../../../../contracts/petitions/ledgers.ts'
import type { ClaimRow } from '../../../../contracts/petitions/shapes.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { claimAddress } from '../addresses.ts'
import { FileButton } from '../file/FileButton.tsx'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { useClaimColumns } from './claim-columns.tsx'
import { askedClaims, useClaimFilters } from './claim-filters.tsx'
import '../petitions.css'

/** 问题清单: every claim within reach, found by number, place, matter and state. */
export function ClaimsPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { place } = useJurisdiction()
  const columns = useClaimColumns<ClaimRow>()
  const hidden = ['outcome', 'rating', 'channel', 'limitClass', 'level', 'district'] as const
  return (
    <ListPage<ClaimRow>
      name="petitions-claims"
      title={t('claims.title')}
      intro={t('claims.intro')}
      about={place?.id}
      actions={<FileButton />}
      load={({ filters, after, signal }) =>
        call(listClaims, { query: { ...askedClaims(filters, place), after } }, { signal })
      }
      rowKey={({ id }) => id}
      open={({ id }) => claimAddress(id)}
      columns={[
        columns.number,
        columns.matter,
        columns.place,
        columns.state,
        columns.due,
        columns.handler,
        columns.opened,
        ...hidden.map((key) => ({ ...columns[key], hiddenAtFirst: true })),
      ]}
      filters={useClaimFilters()}
      exportAs={(filters) =>
        download(exportProblemList, { query: askedClaims(filters, place) }, `${t('claims.title')}.xlsx`)
      }
      empty={{ title: t('claims.none'), hint: t('claims.noneHint') }}
    >
      <PetitionTabs />
    </ListPage>
  )
}
