import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { exportWorkLedger, workLedger } from '../../../../contracts/petitions/ledgers.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import type { ListColumn } from '../../../parts/list/types.ts'
import { claimAddress } from '../addresses.ts'
import { useClaimColumns } from '../claims/claim-columns.tsx'
import { askedClaims, useClaimFilters } from '../claims/claim-filters.tsx'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { PrintButton } from './PrintButton.tsx'
import '../petitions.css'

type Row = Answer<typeof workLedger>['rows'][number]

/** 工作台账: each claim with its steps in one line, as the bureau keeps it. */
export function WorkLedgerPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { place } = useJurisdiction()
  return (
    <ListPage<Row>
      name="petitions-ledger"
      title={t('ledger.title')}
      intro={t('ledger.intro')}
      about={place?.id}
      actions={<PrintButton />}
      load={({ filters, after, signal }) =>
        call(workLedger, { query: { ...askedClaims(filters, place), after } }, { signal })
      }
      rowKey={({ id }) => id}
      open={({ id }) => claimAddress(id)}
      columns={useColumns()}
      filters={useClaimFilters()}
      exportAs={(filters) =>
        download(exportWorkLedger, { query: askedClaims(filters, place) }, `${t('ledger.title')}.xlsx`)
      }
      empty={{ title: t('claims.none'), hint: t('claims.noneHint') }}
    >
      <PetitionTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('petitions')
  const columns = useClaimColumns<Row>()
  const instant = (
    key: 'acceptedAt' | 'signedAt' | 'answeredAt' | 'visitedAt' | 'struckOffAt',
  ): ListColumn<Row> => ({
    key,
    title: t(`ledger.${key}`),
    cell: (row) => {
      const at = row[key]
      return at === null ? '—' : <span className="gz-number gz-nowrap">{dateTime(at)}</span>
    },
  })
  return [
    columns.number,
    columns.place,
    columns.matter,
    columns.handler,
    columns.state,
    columns.opened,
    instant('signedAt'),
    instant('answeredAt'),
    {
      key: 'plan',
      title: t('ledger.plan'),
      cell: ({ plan }) => <span className="gz-gist">{plan || '—'}</span>,
    },
    {
      key: 'answer',
      title: t('ledger.answer'),
      cell: ({ answer }) => <span className="gz-gist">{answer || '—'}</span>,
    },
    columns.outcome,
    columns.rating,
    instant('struckOffAt'),
    { ...instant('acceptedAt'), hiddenAtFirst: true },
    { ...instant('visitedAt'), hiddenAtFirst: true },
    { ...columns.channel, hiddenAtFirst: true },
  ]
}
