import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type DetailLine, linesOf } from './detail.ts'

/** Fields by their names where we know them; personal ones stay sealed in the trail. */
export function EntryDetail({ detail }: { detail: Record<string, unknown> }): ReactNode {
  const { t } = useTranslation('audit-trail')
  const lines = linesOf(detail)
  const compares = lines.some(({ before }) => before !== undefined)
  return (
    <section className="gz-card gz-audit-detail" aria-label={t('detail')}>
      <div className="gz-section-head">
        <h2>{t('detail')}</h2>
      </div>
      {lines.length === 0 ? (
        <p className="gz-faint">{t('noDetail')}</p>
      ) : (
        <table aria-label={t('detail')}>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              {compares && <th scope="col">{t('before')}</th>}
              <th scope="col">{t(compares ? 'after' : 'content')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.path} line={line} compares={compares} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Line({ line, compares }: { line: DetailLine; compares: boolean }): ReactNode {
  const { t } = useTranslation('audit-trail')
  const { path, before, after, changed } = line
  const name = path
    .split('.')
    .map((step) =>
      /^\d+$/.test(step) ? String(Number(step) + 1) : t(`fields.${step}`, { defaultValue: step }),
    )
    .join(' · ')
  return (
    <tr className={changed ? 'gz-audit-changed' : undefined}>
      <th scope="row">
        {name}
        {changed && <span className="gz-hidden"> {t('changed')}</span>}
      </th>
      {compares && (
        <td>
          <Side text={before} />
        </td>
      )}
      <td>
        <Side text={after} />
      </td>
    </tr>
  )
}

/** A word of ours in the reader's language; anything else as it stands. */
function Side({ text }: { text: string | undefined }): ReactNode {
  const { t } = useTranslation('audit-trail')
  if (text === undefined) return <span className="gz-faint">—</span>
  if (text === '') return <span className="gz-faint">{t('blank')}</span>
  return /^[a-z]+(-[a-z]+)*$/.test(text) ? t(`values.${text}`, { defaultValue: text }) : text
}
