import { Typography } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadArchive } from '../../../contracts/archives/staff.ts'
import { download } from '../../api/download.ts'
import { count, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { evidenceAddress } from './addresses.ts'
import type { Archive, ArchivedRound } from './queries.ts'
import '../../parts/record/record.css'

/** What was frozen, version by version, and how to compute it again. */
export function Archives({ round }: { round: ArchivedRound }): ReactNode {
  const { t } = useTranslation('archives')
  const may = round.can['archives.download'] === true
  return (
    <section className="gz-card gz-archive-part" aria-label={t('archive')}>
      <div className="gz-section-head">
        <h2>{t('archive')}</h2>
      </div>
      <p>{t('archiveMeans')}</p>
      {round.archives.map((archive) => (
        <Version key={archive.version} round={round} archive={archive} may={may} />
      ))}
      <h3>{t('recompute')}</h3>
      <ol className="gz-recompute">
        <li>{t('recompute1')}</li>
        <li>
          {t('recompute2')}
          <Typography.Text code copyable={{ tooltips: [t('copy'), t('copied')] }}>
            {`npx gongzhi evaluation replay "${round.year}/${round.name}"`}
          </Typography.Text>
        </li>
        <li>
          {t('recompute3')}
          <Typography.Text code copyable={{ tooltips: [t('copy'), t('copied')] }}>
            npx gongzhi evaluation replay --file archive.ndjson.gz
          </Typography.Text>
        </li>
      </ol>
    </section>
  )
}

function Version({
  round,
  archive,
  may,
}: {
  round: ArchivedRound
  archive: Archive
  may: boolean
}): ReactNode {
  const { t } = useTranslation('archives')
  const { version, kind, reason, drawnAt, drawnBy, results, evidence, bytes, sha256, resultsSha256 } = archive
  return (
    <article className="gz-archive" aria-label={t('versionOf', { version })}>
      <h3>
        {t('versionOf', { version })} · {t(`kinds.${kind}`)}
      </h3>
      {reason !== '' && <p>{t('because', { reason })}</p>}
      <dl className="gz-facts">
        <div>
          <dt>{t('drawnAt')}</dt>
          <dd className="gz-number">
            {dateTime(drawnAt)}
            {drawnBy !== null && ` · ${drawnBy}`}
          </dd>
        </div>
        <div>
          <dt>{t('results')}</dt>
          <dd className="gz-number">{count(results)}</dd>
        </div>
        <div>
          <dt>{t('evidence')}</dt>
          <dd>
            {may ? (
              <Goto to={evidenceAddress(round.id, version)}>{t('pieces', { n: count(evidence) })}</Goto>
            ) : (
              t('pieces', { n: count(evidence) })
            )}
          </dd>
        </div>
        <Hash label={t('fileHash', { kb: count(Math.ceil(bytes / 1024)) })} hash={sha256} />
        <Hash label={t('resultsHash')} hash={resultsSha256} />
      </dl>
      {may && (
        <ExportButton
          label={t('downloadArchive')}
          run={() =>
            download(
              downloadArchive,
              { params: { id: round.id, version: String(version) } },
              'archive.ndjson.gz',
            )
          }
        />
      )}
    </article>
  )
}

function Hash({ label, hash }: { label: string; hash: string }): ReactNode {
  const { t } = useTranslation('archives')
  return (
    <div className="gz-fact-wide">
      <dt>{label}</dt>
      <dd>
        <Typography.Text className="gz-hash" copyable={{ tooltips: [t('copy'), t('copied')] }}>
          {hash}
        </Typography.Text>
      </dd>
    </div>
  )
}
