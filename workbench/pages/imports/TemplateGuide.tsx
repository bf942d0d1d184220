import { Collapse } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from './templates.ts'

/** Every column of a sheet: whether it must be filled, what belongs there, the clause that asks for it, an example. */
export function TemplateGuide({ template }: { template: Template }): ReactNode {
  const { t } = useTranslation('imports')
  const needed = template.columns.filter(({ required }) => required).length
  const label = t('guide.title', { columns: template.columns.length, required: needed })
  return <Collapse size="small" items={[{ key: 'guide', label, children: <Guide template={template} /> }]} />
}

function Guide({ template }: { template: Template }): ReactNode {
  const { t, i18n } = useTranslation('imports')
  return (
    <div className="gz-import-guide">
      <table aria-label={template.title}>
        <thead>
          <tr>
            <th scope="col">{t('guide.column')}</th>
            <th scope="col">{t('guide.note')}</th>
            <th scope="col">{t('guide.example')}</th>
          </tr>
        </thead>
        <tbody>
          {template.columns.map((column) => (
            <tr key={column.key}>
              <th scope="row">
                {column.header}
                {i18n.language === 'en' && <span className="gz-faint"> {column.headerEn}</span>}
              </th>
              <td>{column.note}</td>
              <td className="gz-number">{column.example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
