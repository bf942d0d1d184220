import { Button, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../../parts/form/Field.tsx'
import { usePick, useTerm } from '../names.ts'
import { useDraft } from './useDraft.tsx'

const comparators = ['>=', '<=', '=', '>', '<']
/** Which shapes of fact each mechanism reads: the server's check has the last word. */
const shapes: Record<string, readonly string[]> = {
  boolean: ['yes-no', 'ratio', 'count', 'checklist', 'level', 'score'],
  ratio: ['ratio', 'checklist', 'score'],
  count: ['count'],
  tiers: ['level', 'count'],
  checklist: ['checklist'],
  grade: ['grade'],
  survey: ['score'],
  deduction: ['deduction'],
}

/** The fact a row reads, and what its mechanism needs besides. */
export function MechanismFields({ levels }: { levels: readonly string[] }): ReactNode {
  const { t } = useTranslation(['editions', 'standards'])
  const mechanism = Form.useWatch<string | undefined>('mechanism') ?? ''
  return (
    <>
      {mechanism !== 'none' && <FactField mechanism={mechanism} levels={levels} />}
      {mechanism === 'boolean' && (
        <>
          <Field name="comparator" label={t('field.comparator')} hint={t('row.comparatorHint')}>
            <Select
              allowClear
              options={comparators.map((value) => ({
                value,
                label: t(`comparator.${value}`, { ns: 'standards' }),
              }))}
            />
          </Field>
          <LimitField name="limit" />
        </>
      )}
      {mechanism === 'ratio' && (
        <>
          <Field name="zero" label={t('field.zero')} required>
            <Select
              options={['full', 'not-applicable'].map((value) => ({
                value,
                label: t(`zero.${value}`, { ns: 'standards' }),
              }))}
            />
          </Field>
          <LimitField name="limit" />
        </>
      )}
      {mechanism === 'count' && <LimitField name="target" required />}
      {mechanism === 'checklist' && <LimitField name="of" required />}
      {mechanism === 'deduction' && (
        <>
          <LimitField name="least" required />
          <LimitField name="most" required />
          <Lines name="severities" fields={['name', 'points']} />
        </>
      )}
      {mechanism === 'tiers' && <Lines name="tiers" fields={['name', 'nameEn', 'at', 'share']} />}
      {mechanism === 'grade' && <Rubric />}
    </>
  )
}

function FactField({ mechanism, levels }: { mechanism: string; levels: readonly string[] }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft } = useDraft()
  const fitting = draft.facts.filter(
    (fact) =>
      (shapes[mechanism] ?? []).includes(fact.shape) && levels.some((level) => fact.subjects.includes(level)),
  )
  return (
    <Field name="fact" label={t('field.fact')} hint={t('row.factHint')} required>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={fitting.map((fact) => ({
          value: fact.id,
          label: `${pick(fact.title, fact.titleEn)} (${fact.id})`,
        }))}
      />
    </Field>
  )
}

function LimitField({ name, required = false }: { name: string; required?: boolean }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft } = useDraft()
  return (
    <Field name={name} label={t(`field.${name}`)} hint={t('row.limitHint')} required={required}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={draft.limits.map((limit) => ({
          value: limit.id,
          label: `${pick(limit.title, limit.titleEn)} = ${limit.value}`,
        }))}
      />
    </Field>
  )
}

/** A list of short lines: tiers, severities. */
function Lines({ name, fields }: { name: string; fields: readonly string[] }): ReactNode {
  const { t } = useTranslation('editions')
  return (
    <Form.List name={name}>
      {(lines, { add, remove }) => (
        <fieldset className="gz-row-lines">
          <legend>{t(`field.${name}`)}</legend>
          {lines.map(({ key, name: at }) => (
            <div key={key} className="gz-row-line">
              {fields.map((field) => (
                <Form.Item key={field} name={[at, field]} label={t(`field.${field}`)}>
                  <Input maxLength={80} />
                </Form.Item>
              ))}
              <Button onClick={() => remove(at)}>{t('row.removeLine', { line: at + 1 })}</Button>
            </div>
          ))}
          <Button onClick={() => add()}>{t('row.addLine')}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}

function Rubric(): ReactNode {
  const { t } = useTranslation('editions')
  const term = useTerm()
  return ['优', '良', '中', '差'].map((level, at) => (
    <fieldset key={level} className="gz-row-lines">
      <legend>{t('row.rubricOf', { level: term(level) })}</legend>
      <Form.Item name={['rubric', at, 'level']} hidden>
        <Input />
      </Form.Item>
      <Field name={['rubric', at, 'share']} label={t('field.share')} required>
        <Input className="gz-inline-number" maxLength={10} />
      </Field>
      <Field name={['rubric', at, 'signs']} label={t('field.signs')} required>
        <Input.TextArea autoSize maxLength={400} />
      </Field>
      <Field name={['rubric', at, 'signsEn']} label={t('field.signsEn')} required>
        <Input.TextArea autoSize maxLength={400} />
      </Field>
    </fieldset>
  ))
}
