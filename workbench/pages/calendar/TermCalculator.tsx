import { Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getDeadline } from '../../../contracts/calendar/staff.ts'
import { type TermRule, termRules } from '../../../contracts/calendar/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { call } from '../../api/client.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { today } from '../../parts/format.ts'

interface Entered {
  rule: TermRule
  start: string
  n: string
}
type Due = Answer<typeof getDeadline>

/** By when: the same count as every deadline of the system. */
export function TermCalculator(): ReactNode {
  const { t } = useTranslation('calendar')
  const [form] = Form.useForm<Entered>()
  const rule = Form.useWatch('rule', form) ?? 'working_days'
  const [due, setDue] = useState<Due | null>(null)
  return (
    <section className="gz-card gz-terms" aria-label={t('term.title')}>
      <div className="gz-section-head">
        <h2>{t('term.title')}</h2>
      </div>
      <div className="gz-terms-body">
        <SubmitForm<Entered>
          name="term"
          form={form}
          initial={{ rule: 'working_days', start: today(), n: '5' }}
          submitLabel={t('term.count')}
          submit={async (query) => setDue(await call(getDeadline, { query: { ...query } }))}
          onChange={() => setDue(null)}
        >
          <Field name="rule" label={t('term.rule')} required>
            <Select options={termRules.map((value) => ({ value, label: t(`term.rules.${value}`) }))} />
          </Field>
          <Field
            name="start"
            label={t(rule === 'notice_before' ? 'term.event' : 'term.start')}
            hint={t(`term.hint.${rule}`)}
            required
          >
            <Input maxLength={40} autoComplete="off" />
          </Field>
          <Field name="n" label={t(rule === 'hours' ? 'term.hours' : 'term.days')} required>
            <Input inputMode="numeric" maxLength={6} autoComplete="off" />
          </Field>
        </SubmitForm>
        <div className="gz-terms-answer" aria-live="polite">
          {due && <Outcome due={due} rule={rule} />}
        </div>
      </div>
    </section>
  )
}

function Outcome({ due, rule }: { due: Due; rule: TermRule }): ReactNode {
  const { t } = useTranslation('calendar')
  if (due.dueAt === null)
    return (
      <>
        <StateTag kind="warning" word={t('term.unknown')} />
        <p>
          {due.provisional === null ? t('term.nothing') : t('term.provisional', { day: due.provisional })}
        </p>
        <p className="gz-faint">{t('term.provisionalMeans')}</p>
      </>
    )
  return (
    <>
      <StateTag kind="done" word={t(rule === 'notice_before' ? 'term.latest' : 'term.due')} />
      <p className="gz-terms-due gz-number">
        {rule === 'hours' ? due.dueAt.slice(0, 16).replace('T', ' ') : `${due.dueDate} 24:00`}
      </p>
      <p className="gz-faint">{t('term.zone')}</p>
    </>
  )
}
