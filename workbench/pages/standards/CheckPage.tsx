import { InboxOutlined } from '@ant-design/icons'
import { Form, Input, Upload } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { checkProposal } from '../../../contracts/standards/staff.ts'
import { useSubmit } from '../../api/submit.ts'
import { Field } from '../../parts/form/Field.tsx'
import { SubmitForm } from '../../parts/form/SubmitForm.tsx'
import { StateTag } from '../../parts/marks/StateTag.tsx'
import { usePick } from './names.ts'
import { StandardsHead } from './StandardsHead.tsx'
import './table.css'

interface Entered {
  text: string
}

/** A proposed edition, or one table of it, held against the standing papers before anybody relies on it. */
export function CheckPage(): ReactNode {
  const { t } = useTranslation('standards')
  const [form] = Form.useForm<Entered>()
  const [name, setName] = useState('')
  const [found, setFound] = useState<Answer<typeof checkProposal> | null>(null)
  const { mutateAsync } = useSubmit(checkProposal)

  async function read(file: File): Promise<void> {
    setName(file.name)
    form.setFieldsValue({ text: await file.text() })
    setFound(null)
  }
  return (
    <div className="gz-page">
      <StandardsHead title={t('page.check')} intro={t('checkIntro')} />
      <section className="gz-card gz-check" aria-label={t('page.check')}>
        <SubmitForm<Entered>
          name="check-proposal"
          form={form}
          submitLabel={t('check.submit')}
          submit={async ({ text }) => setFound(await mutateAsync({ body: { text, name } }))}
        >
          <Upload.Dragger
            accept=".yaml,.yml"
            showUploadList={false}
            beforeUpload={(file) => {
              void read(file)
              return false
            }}
          >
            <p>
              <InboxOutlined aria-hidden /> {name === '' ? t('check.drop') : name}
            </p>
          </Upload.Dragger>
          <Field name="text" label={t('check.text')} hint={t('check.hint')} required>
            <Input.TextArea rows={14} spellCheck={false} className="gz-yaml" />
          </Field>
        </SubmitForm>
        <div aria-live="polite">{found && <Outcome found={found} />}</div>
      </section>
    </div>
  )
}

function Outcome({ found }: { found: Answer<typeof checkProposal> }): ReactNode {
  const { t } = useTranslation('standards')
  const pick = usePick()
  if (found.faults.length === 0)
    return (
      <p className="gz-check-outcome">
        <StateTag kind="done" word={t('check.sound')} />{' '}
        {t('check.soundOf', {
          edition: found.edition,
          tables: found.tables.join(t('comma')),
          rows: found.rows,
        })}
      </p>
    )
  return (
    <>
      <p className="gz-check-outcome">
        <StateTag kind="refused" word={t('check.faults', { count: found.faults.length })} />
      </p>
      <table className="gz-standard">
        <thead>
          <tr>
            <th scope="col" className="gz-standard-number">
              {t('check.line')}
            </th>
            <th scope="col">{t('check.fault')}</th>
          </tr>
        </thead>
        <tbody>
          {found.faults.map((fault, index) => (
            // Two faults may stand on one line with the same words.
            <tr key={index}>
              <td className="gz-standard-number">{fault.line}</td>
              <td>{pick(fault.detail, fault.detailEn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
