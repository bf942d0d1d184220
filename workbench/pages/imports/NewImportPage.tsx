import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getTemplate } from '../../../contracts/imports/staff.ts'
import { download } from '../../api/download.ts'
import { useNarrow } from '../../app/screen.ts'
import { word } from '../../app/search.ts'
import { Goto } from '../../parts/Goto.tsx'
import { ExportButton } from '../../parts/list/ExportButton.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { EmptyState } from '../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../parts/states/ErrorState.tsx'
import { Loading } from '../../parts/states/Loading.tsx'
import { TemplateGuide } from './TemplateGuide.tsx'
import { type Template, templatesQuery } from './templates.ts'
import { UploadSheet } from './UploadSheet.tsx'
import './imports.css'

const addressOf = (kind: string) => `/imports/new?kind=${encodeURIComponent(kind)}`

/** Kind → template → fill in → upload, each with what to do; the kind stands in the address. */
export function NewImportPage(): ReactNode {
  const { t } = useTranslation('imports')
  const asked = word(useSearch({ strict: false }), 'kind')
  const { data, error, refetch } = useQuery(templatesQuery)
  const chosen = data?.rows.find(({ kind }) => kind === asked) ?? data?.rows[0]
  return (
    <div className="gz-page">
      <PageHead title={t('new')} crumbs={[{ label: t('title'), to: '/imports' }]} intro={t('newIntro')} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div className="gz-card">
          <Loading />
        </div>
      )}
      {data && !chosen && (
        <div className="gz-card">
          <EmptyState title={t('noKinds')} hint={t('noKindsHint')} />
        </div>
      )}
      {data && chosen && (
        <div className="gz-import">
          <Kinds templates={data.rows} chosen={chosen.kind} />
          <Steps key={chosen.kind} template={chosen} />
        </div>
      )}
    </div>
  )
}

function Kinds({ templates, chosen }: { templates: Template[]; chosen: string }): ReactNode {
  const { t, i18n } = useTranslation('imports')
  const router = useRouter()
  const name = ({ title, titleEn }: Template) => (i18n.language === 'en' ? titleEn : title)
  if (useNarrow())
    return (
      <Select
        aria-label={t('kind')}
        value={chosen}
        options={templates.map((one) => ({ value: one.kind, label: name(one) }))}
        onChange={(kind) => void router.navigate({ href: addressOf(kind), replace: true })}
      />
    )
  return (
    <nav className="gz-card gz-import-kinds" aria-label={t('kind')}>
      <h2>{t('kind')}</h2>
      <ul>
        {templates.map((one) => (
          <li key={one.kind} aria-current={one.kind === chosen ? 'true' : undefined}>
            <Goto to={addressOf(one.kind)}>{name(one)}</Goto>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Steps({ template }: { template: Template }): ReactNode {
  const { t, i18n } = useTranslation('imports')
  const title = i18n.language === 'en' ? template.titleEn : template.title
  const file = `${template.title}.xlsx`
  return (
    <ol className="gz-import-steps">
      <li className="gz-card">
        <h2>{t('step.template', { title })}</h2>
        <p className="gz-faint">{t('step.templateHint')}</p>
        <ExportButton
          label={t('download')}
          run={() => download(getTemplate, { params: { kind: template.kind } }, file)}
        />
      </li>
      <li className="gz-card">
        <h2>{t('step.fill')}</h2>
        <p className="gz-faint">{t('step.fillHint')}</p>
        <TemplateGuide template={template} />
      </li>
      <li className="gz-card">
        <h2>{t('step.upload')}</h2>
        <p className="gz-faint">{t('step.uploadHint')}</p>
        <UploadSheet kind={template.kind} title={title} />
      </li>
    </ol>
  )
}
