import { Collapse, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from './templates.ts'

/** Every column of a sheet: whether it must be filled, what belongs there, the clause that asks for it, an example. */
export function TemplateGuide({ template }: { template: Template }): ReactNode {
  const { t } = useTranslation('imports')
  const needed = template.columns.filter(({ required }) => required).length
  const label = t('guide.title', { columns: template.columns.length, required: needed })
  const { reference } = template
  const items = [{ key: 'guide', label, children: <Guide template={template} /> }]
  if (reference)
    items.push({
      key: 'reference',
      label: t('guide.reference', { title: reference.title, count: reference.rows.length }),
      children: <Reference reference={reference} />,
    })
  return <Collapse size="small" items={items} />
}

/** What may stand in one of the columns, searched as it is typed. */
function Reference({ reference }: { reference: NonNullable<Template['reference']> }): ReactNode {
  const { t } = useTranslation('imports')
  const [text, setText] = useState('')
  const shown = reference.rows.filter((row) => row.some((cell) => cell.includes(text.trim())))
  return (
    <>
      <Input
        allowClear
        aria-label={t('guide.search')}
        placeholder={t('guide.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="gz-import-guide">
        <table aria-label={reference.title}>
          <thead>
            <tr>
              {reference.headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, index) => (
                  <td key={reference.headings[index]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
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
