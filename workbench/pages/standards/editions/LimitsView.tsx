import { Button, Checkbox, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { useLimitText } from '../limit-text.ts'
import { usePick } from '../names.ts'
import { Undecided } from '../Undecided.tsx'
import { InlineText } from './InlineText.tsx'
import { useDraft } from './useDraft.tsx'

/** Figures by which is scored, with the value that holds from the edition's first day; those in use first. */
export function LimitsView(): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const text = useLimitText()
  const { draft, mayEdit, save } = useDraft()
  const [wanted, setWanted] = useState('')
  const [all, setAll] = useState(false)
  const shown = draft.limits.filter(
    (limit) =>
      (all || limit.usedBy.length > 0 || limit.value !== limit.base) &&
      `${limit.id} ${limit.title} ${limit.titleEn}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  return (
    <section className="gz-card gz-editions" aria-label={t('view.limits')}>
      <p className="gz-faint">{t('limits.intro', { from: `${draft.fromYear}-01-01` })}</p>
      <div className="gz-limits-filter">
        <Input.Search
          aria-label={t('limits.find')}
          placeholder={t('limits.find')}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          {t('limits.all')}
        </Checkbox>
      </div>
      <Sideways>
        <table className="gz-standard">
          <thead>
            <tr>
              <th scope="col">{t('limits.title')}</th>
              <th scope="col">{t('limits.base')}</th>
              <th scope="col">{t('limits.value')}</th>
              <th scope="col">{t('limits.used')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((limit) => (
              <tr key={limit.id}>
                <th scope="row">
                  {pick(limit.title, limit.titleEn)} {limit.undecided && <Undecided />}
                </th>
                <td className="gz-number">{text(limit.base, limit.unit)}</td>
                <td>
                  <span className="gz-limit-value">
                    <InlineText
                      numeric
                      value={limit.value}
                      label={t('limits.valueOf', { name: pick(limit.title, limit.titleEn) })}
                      save={(value, base) => save({ part: 'limit', key: limit.id, value: { value } }, base)}
                    />
                    <span className="gz-faint">{text(limit.value, limit.unit)}</span>
                    {mayEdit && limit.value !== limit.base && (
                      <Button
                        size="small"
                        onClick={() =>
                          void save({ part: 'limit', key: limit.id, value: null }, draft.version)
                        }
                      >
                        {t('limits.back')}
                      </Button>
                    )}
                  </span>
                </td>
                <td className="gz-number">{limit.usedBy.join(t('comma')) || '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}
