import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { exportKeyList, keyList } from '../../../../contracts/petitions/ledgers.ts'
import { claimLevel, levelNames } from '../../../../contracts/petitions/words.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { type Place, useJurisdiction } from '../../../layout/jurisdiction.tsx'
import { dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { claimAddress } from '../addresses.ts'
import { useClaimColumns } from '../claims/claim-columns.tsx'
import { useChoices, useNamed } from '../names.ts'
import { PetitionTabs } from '../PetitionTabs.tsx'
import { PrintButton } from './PrintButton.tsx'
import '../petitions.css'

type Row = Answer<typeof keyList>['rows'][number]

const asked = (filters: Filters, place: Place | null) => ({
  level: claimLevel.safeParse(only(filters.level)).data,
  open: (['yes', 'no'] as const).find((one) => one === only(filters.open)),
  place: place?.id,
})

/** 重点难点清单, tracked: on whose list, since when, what was done last. */
export function KeyListPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const choices = useChoices()
  const { place } = useJurisdiction()
  const { project: _, ...lists } = levelNames
  return (
    <ListPage<Row>
      name="petitions-key"
      title={t('key.title')}
      intro={t('key.intro')}
      about={place?.id}
      actions={<PrintButton />}
      load={({ filters, after, signal }) =>
        call(keyList, { query: { ...asked(filters, place), after } }, { signal })
      }
      rowKey={({ id }) => id}
      open={({ id }) => claimAddress(id)}
      columns={useColumns()}
      filters={[
        { key: 'level', label: t('key.list'), kind: 'choice', options: choices(lists) },
        {
          key: 'open',
          label: t('claim.state'),
          kind: 'choice',
          options: [
            { value: 'yes', label: t('key.open') },
            { value: 'no', label: t('key.ended') },
          ],
        },
      ]}
      exportAs={(filters) =>
        download(exportKeyList, { query: asked(filters, place) }, `${t('key.title')}.xlsx`)
      }
      empty={{ title: t('key.none'), hint: t('key.noneHint') }}
    >
      <PetitionTabs />
    </ListPage>
  )
}

function useColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('petitions')
  const named = useNamed()
  const columns = useClaimColumns<Row>()
  return [
    columns.number,
    {
      key: 'list',
      title: t('key.list'),
      cell: ({ key }) =>
        key === null
          ? '—'
          : [
              named(levelNames[key.level]),
              ...(key.complex ? [t('field.complex')] : []),
              ...(key.supervised ? [t('field.supervised')] : []),
            ].join(t('listComma')),
    },
    columns.matter,
    columns.place,
    columns.state,
    columns.due,
    columns.handler,
    {
      key: 'marked',
      title: t('key.marked'),
      cell: ({ markedAt, markNote }) => (
        <div className="gz-claim-place">
          <span className="gz-number gz-nowrap">{dateTime(markedAt)}</span>
          <span className="gz-faint">{markNote}</span>
        </div>
      ),
    },
    {
      key: 'last',
      title: t('key.last'),
      cell: ({ last }) => (
        <div className="gz-claim-place">
          <span>{named(last)}</span>
          <span className="gz-faint gz-number">{dateTime(last.at)}</span>
        </div>
      ),
    },
  ]
}
