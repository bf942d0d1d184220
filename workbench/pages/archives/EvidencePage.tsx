import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { exportArchivedEvidence, listArchivedEvidence } from '../../../contracts/archives/staff.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { count } from '../../parts/format.ts'
import { ListPage } from '../../parts/list/ListPage.tsx'
import type { ListColumn } from '../../parts/list/types.ts'
import { archivedRoundAddress, archivesAddress } from './addresses.ts'
import './archives.css'

type Row = Answer<typeof listArchivedEvidence>['rows'][number]

/** Files that the procedure's records held when the result was frozen, with their hashes. */
export function EvidencePage(): ReactNode {
  const { t } = useTranslation('archives')
  const { round, version } = useParams({ from: '/signed-in/shell/archives/$round/evidence/$version' })
  const query = { round, version: Number(version) || 1 }
  return (
    <ListPage<Row>
      name="archives-evidence"
      title={t('evidenceOf', { version })}
      crumbs={[
        { label: t('title'), to: archivesAddress },
        { label: t('archive'), to: archivedRoundAddress(round) },
      ]}
      intro={t('evidenceIntro')}
      about={`${round} ${version}`}
      load={({ after, signal }) => call(listArchivedEvidence, { query: { ...query, after } }, { signal })}
      exportAs={() => download(exportArchivedEvidence, { query }, `${t('evidence')}.xlsx`)}
      rowKey={({ no }) => String(no)}
      columns={useEvidenceColumns()}
      empty={{ title: t('noEvidence'), hint: t('noEvidenceHint') }}
    />
  )
}

function useEvidenceColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('archives')
  return [
    { key: 'no', title: t('no'), numeric: true, cell: ({ no }) => count(no) },
    { key: 'name', title: t('fileName'), cell: ({ name }) => name },
    {
      key: 'size',
      title: t('size'),
      numeric: true,
      cell: ({ size }) => t('kb', { n: count(Math.ceil(size / 1024)) }),
    },
    { key: 'hash', title: 'SHA-256', cell: ({ sha256 }) => <span className="gz-hash">{sha256}</span> },
    { key: 'resource', title: t('heldBy'), cell: ({ resource }) => resource, hiddenAtFirst: true },
  ]
}
