import { PlusOutlined } from '@ant-design/icons'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { dateTime } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { usePick } from '../names.ts'
import { editionsQuery } from '../queries.ts'
import { StandardsHead } from '../StandardsHead.tsx'
import { draftAddress } from './addresses.ts'
import { draftsQuery } from './queries.ts'
import { StateMark } from './StateMark.tsx'
import '../table.css'
import './editions.css'

/** Which editions rounds can be opened by, and those the city is making. */
export function EditionsPage(): ReactNode {
  const { t } = useTranslation('editions')
  const router = useRouter()
  const { editions, may } = useSuspenseQuery(draftsQuery).data
  return (
    <div className="gz-page">
      <StandardsHead title={t('title')} intro={t('intro')} />
      <Published />
      <section className="gz-card gz-editions" aria-labelledby="gz-drafts">
        <div className="gz-section-head">
          <h2 id="gz-drafts">{t('drafts')}</h2>
          {may && (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void router.navigate({ href: '/standards/drafts/new' })}
            >
              {t('copy.start')}
            </Button>
          )}
        </div>
        {editions.length === 0 ? (
          <EmptyState title={t('none')} hint={t('noneHint')} />
        ) : (
          <Drafts rows={editions} />
        )}
      </section>
    </div>
  )
}

function Drafts({
  rows,
}: {
  rows: Awaited<ReturnType<NonNullable<typeof draftsQuery.queryFn>>>['editions']
}) {
  const { t } = useTranslation('editions')
  const pick = usePick()
  return (
    <Sideways>
      <table className="gz-standard">
        <thead>
          <tr>
            {(['titleColumn', 'code', 'from', 'basedOn', 'stateColumn', 'changed'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Goto to={draftAddress(row.id)}>{pick(row.title, row.titleEn)}</Goto>
              </th>
              <td>{row.code}</td>
              <td className="gz-number">{row.fromYear}-01-01</td>
              <td>{row.basedOn}</td>
              <td>
                <StateMark state={row.state} />
              </td>
              <td>
                {row.changedBy ?? row.createdBy}{' '}
                <span className="gz-number gz-faint">{dateTime(row.changedAt ?? row.createdAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

function Published(): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { editions } = useSuspenseQuery(editionsQuery).data
  return (
    <section className="gz-card gz-editions" aria-labelledby="gz-published">
      <div className="gz-section-head">
        <h2 id="gz-published">{t('published')}</h2>
      </div>
      <Sideways>
        <table className="gz-standard">
          <thead>
            <tr>
              {(['titleColumn', 'code', 'from', 'until', 'rows'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {editions.map((one) => (
              <tr key={one.id}>
                <th scope="row">{pick(one.title, one.titleEn)}</th>
                <td>{one.id}</td>
                <td className="gz-number">{one.from}</td>
                <td className="gz-number">{one.to ?? t('open')}</td>
                <td className="gz-number">
                  {one.tables.map((table) => `${table.id}: ${table.rows}`).join(t('comma'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}
