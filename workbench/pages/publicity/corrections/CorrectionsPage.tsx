import { PlusOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  correctionState,
  correctionStateNames,
  correctionStates,
} from '../../../../contracts/publicity/appeal-words.ts'
import {
  type CorrectionRow,
  exportCorrections,
  listCorrections,
} from '../../../../contracts/publicity/corrections.ts'
import { call } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { may, useMe } from '../../../api/session.ts'
import { dateTime } from '../../../parts/format.ts'
import { ListPage } from '../../../parts/list/ListPage.tsx'
import { type Asked, type Filters, type ListColumn, only } from '../../../parts/list/types.ts'
import { useEnglish } from '../../../parts/words.ts'
import { CorrectionTag } from '../appeals/marks.tsx'
import { PublicityTabs } from '../PublicityTabs.tsx'

const queryOf = (filters: Filters) => ({
  round: only(filters.round),
  state: correctionState.safeParse(only(filters.state)).data,
})
const load = ({ filters, after, signal }: Asked) =>
  call(listCorrections, { query: { ...queryOf(filters), after } }, { signal })

/** Final results that were found wrong: what is proposed, and what was decided. */
export function CorrectionsPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const language = useEnglish() ? 'en' : 'zh'
  const router = useRouter()
  const mayPropose = may(useMe(), 'publicity.propose-corrections')
  return (
    <ListPage<CorrectionRow>
      name="corrections"
      title={t('corrections.title')}
      intro={t('corrections.intro')}
      load={load}
      {...(mayPropose
        ? {
            actions: (
              <Button
                type="primary"
                icon={<PlusOutlined />}
                onClick={() => void router.navigate({ href: '/publicity/corrections/new' })}
              >
                {t('corrections.propose')}
              </Button>
            ),
          }
        : {})}
      exportAs={(filters) =>
        download(exportCorrections, { query: queryOf(filters) }, `${t('corrections.title')}.xlsx`)
      }
      rowKey={({ id }) => id}
      open={({ id }) => `/publicity/corrections/${id}`}
      columns={useCorrectionColumns()}
      filters={[
        {
          key: 'state',
          label: t('state'),
          kind: 'choice',
          options: correctionStates.map((value) => ({ value, label: correctionStateNames[value][language] })),
        },
      ]}
      empty={{ title: t('corrections.none'), hint: t('corrections.noneHint') }}
    >
      <PublicityTabs />
    </ListPage>
  )
}

function useCorrectionColumns(): ListColumn<CorrectionRow>[] {
  const { t } = useTranslation('publicity')
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => <span className="gz-number">{number}</span> },
    { key: 'subject', title: t('subject'), cell: ({ subjectName }) => subjectName },
    { key: 'round', title: t('round'), cell: ({ roundName }) => roundName },
    {
      key: 'rows',
      title: t('row'),
      cell: ({ rows }) => <span className="gz-number">{rows.join('、')}</span>,
    },
    { key: 'state', title: t('state'), cell: ({ state }) => <CorrectionTag state={state} /> },
    {
      key: 'proposedAt',
      title: t('filedAt'),
      cell: ({ proposedAt }) => <span className="gz-number">{dateTime(proposedAt)}</span>,
    },
    {
      key: 'by',
      title: t('corrections.proposedBy'),
      cell: ({ proposedBy }) => proposedBy ?? '—',
      hiddenAtFirst: true,
    },
  ]
}
