import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayInput } from '../../parts/form/DayInput.tsx'
import { Field } from '../../parts/form/Field.tsx'

/** The notice festival by festival, for one that cannot be pasted or reads otherwise than the others did. */
export function HandEntry(): ReactNode {
  const { t } = useTranslation('calendar')
  return (
    <>
      <Field name={['notice', 'year']} label={t('ofYear')} required>
        <Input inputMode="numeric" maxLength={4} />
      </Field>
      <Field name={['notice', 'title']} label={t('notice')} required>
        <Input maxLength={200} />
      </Field>
      <Field name={['notice', 'number']} label={t('number')} hint={t('numberHint')}>
        <Input maxLength={60} />
      </Field>
      <Field name={['notice', 'issuer']} label={t('issuer')} required>
        <Input maxLength={60} />
      </Field>
      <Field name={['notice', 'issuedOn']} label={t('issuedOn')} required>
        <DayInput />
      </Field>
      <Form.List name={['notice', 'holidays']}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <fieldset key={key} className="gz-fieldset">
                <legend>
                  {t('arrangement', { number: index + 1 })}
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('removeArrangement', { number: index + 1 })}
                    onClick={() => remove(name)}
                  />
                </legend>
                <OneArrangement at={name} />
              </fieldset>
            ))}
            <Button icon={<PlusOutlined />} className="gz-fieldset-add" onClick={() => add({})}>
              {t('addArrangement')}
            </Button>
          </>
        )}
      </Form.List>
    </>
  )
}

function OneArrangement({ at }: { at: number }): ReactNode {
  const { t } = useTranslation('calendar')
  return (
    <div className="gz-notice-days">
      <Field name={[at, 'festival']} label={t('festival')} required>
        <Input maxLength={40} />
      </Field>
      <Field name={[at, 'first']} label={t('firstOff')} required>
        <DayInput />
      </Field>
      <Field name={[at, 'last']} label={t('lastOff')} hint={t('lastOffHint')}>
        <DayInput />
      </Field>
      <Field name={[at, 'work']} label={t('work')} hint={t('workHint')}>
        <Input maxLength={120} />
      </Field>
    </div>
  )
}
