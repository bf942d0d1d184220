import { Button, Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../parts/form/Field.tsx'
import { SubmitForm } from '../../../parts/form/SubmitForm.tsx'
import { usePick } from '../names.ts'
import { documentOf } from './document.ts'
import { useDraft } from './useDraft.tsx'

interface Entered {
  from: string
  to: string
  reason: string
}

/** Which row takes the place of one that is gone: asked for where grades or facts are recorded already. */
export function Successors(): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft, mayEdit, save } = useDraft()
  const open = draft.faults.filter((fault) => fault.part === 'successor')
  if (open.length === 0 && draft.successors.length === 0) return null
  return (
    <section className="gz-card gz-editions" aria-labelledby="gz-successors">
      <h2 id="gz-successors">{t('successor.title')}</h2>
      {open.map((fault) => (
        <p key={fault.key} className="gz-row-fault">
          {pick(fault.detail, fault.detailEn)}
        </p>
      ))}
      <ul>
        {draft.successors.map(({ from, to, reason }) => (
          <li key={from}>
            {t('successor.line', { from, to, reason })}{' '}
            {mayEdit && (
              <Button
                size="small"
                onClick={() => void save({ part: 'successor', key: from, value: null }, draft.version)}
              >
                {t('successor.lift')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && open.length > 0 && (
        <SuccessorForm key={draft.version} rows={[...new Set(open.map(({ key }) => key))]} />
      )}
    </section>
  )
}

function SuccessorForm({ rows }: { rows: string[] }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft, submit } = useDraft()
  const [form] = Form.useForm<Entered>()
  const [base] = useState(draft.version)
  const heirs = documentOf(draft).indicators.flatMap((table) => table.rows)
  const [first] = rows
  return (
    <SubmitForm<Entered>
      name="edition-successor"
      form={form}
      initial={first === undefined ? {} : { from: first }}
      submitLabel={t('successor.submit')}
      submit={({ from, to, reason }) => submit({ part: 'successor', key: from, value: { to, reason } }, base)}
    >
      <Field name="from" label={t('successor.from')} required>
        <Select options={rows.map((row) => ({ value: row, label: row }))} />
      </Field>
      <Field name="to" label={t('successor.to')} hint={t('successor.toHint')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={heirs.map((row) => ({
            value: row.id,
            label: `${row.id} ${pick(row.indicator, row.indicatorEn)}`,
          }))}
        />
      </Field>
      <Field name="reason" label={t('successor.reason')} required>
        <Input maxLength={200} />
      </Field>
    </SubmitForm>
  )
}
