import { Form, Input, Radio } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkNotice } from '../../../contracts/calendar/staff.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { today } from '../../parts/format.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { CheckedNotice } from './CheckedNotice.tsx'
import { broughtOf, type Entered, type NoticeBrought } from './entered.ts'
import { HandEntry } from './HandEntry.tsx'
import './calendar.css'

export type Checked = Answer<typeof checkNotice>

/** Paste or enter → check → confirm; nothing holds before the last step. */
export function LoadNoticePage(): ReactNode {
  const { t } = useTranslation('calendar')
  const [form] = Form.useForm<Entered>()
  const [way, setWay] = useState<'text' | 'hand'>('text')
  const [found, setFound] = useState<{ brought: NoticeBrought; checked: Checked } | null>(null)
  const outcome = useRef<HTMLDivElement>(null)
  const year = Number(today().slice(0, 4)) + 1

  async function check(entered: Entered): Promise<void> {
    const brought = broughtOf(way, entered)
    setFound({ brought, checked: await call(checkNotice, { body: brought }) })
    // On a phone the outcome stands below the screen.
    requestAnimationFrame(() => outcome.current?.focus())
  }
  return (
    <div className="gz-page">
      <PageHead title={t('load')} crumbs={[{ label: t('title'), to: '/calendar' }]} intro={t('loadIntro')} />
      <section className="gz-card gz-notice-form" aria-label={t('load')}>
        <Radio.Group
          className="gz-notice-ways"
          aria-label={t('way.title')}
          value={way}
          options={[
            { value: 'text', label: t('way.text') },
            { value: 'hand', label: t('way.hand') },
          ]}
          onChange={({ target }) => {
            setWay(target.value === 'hand' ? 'hand' : 'text')
            setFound(null)
          }}
        />
        <SubmitForm<Entered>
          name="load-notice"
          form={form}
          initial={{
            notice: {
              year: String(year),
              title: t('defaultTitle', { year: String(year) }),
              issuer: t('defaultIssuer'),
              holidays: t('festivals')
                .split(' ')
                .map((festival) => ({ festival })),
            },
          }}
          submitLabel={t('check')}
          submit={check}
          onChange={() => setFound(null)}
        >
          {way === 'text' ? (
            <Field name="text" label={t('text')} hint={t('textHint')} required>
              <Input.TextArea rows={14} spellCheck={false} maxLength={20_000} />
            </Field>
          ) : (
            <HandEntry />
          )}
        </SubmitForm>
      </section>
      <div ref={outcome} tabIndex={-1} aria-live="polite">
        {found && <CheckedNotice brought={found.brought} checked={found.checked} />}
      </div>
    </div>
  )
}
