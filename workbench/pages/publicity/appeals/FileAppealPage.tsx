import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { App, Form, Input, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuid } from 'uuid'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { type Disputable, fileAppeal, getAppealable } from '../../../../contracts/publicity/appeals.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { score } from '../../../parts/format.ts'
import { PageHead } from '../../../parts/PageHead.tsx'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { useEnglish } from '../../../parts/words.ts'
import '../publicity.css'

interface Entered {
  indicators: string[]
  reasons: Record<string, string>
  documentIds?: Evidence[]
}

/** 提出申诉: which rows, why each, and what proves it. */
export function FileAppealPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const { subject: id = '' } = useParams({ strict: false })
  const { message } = App.useApp()
  const router = useRouter()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(fileAppeal)
  // Made here, so that the same appeal sent twice is one.
  const appealId = useRef(uuid())
  const crumbs = [{ label: t('own.title'), to: '/publicity/own' }]
  const { data, error, refetch } = useQuery({
    queryKey: ['publicity', 'appealable', id],
    queryFn: ({ signal }) => call(getAppealable, { params: { id } }, { signal }),
  })
  if (!data || !data.subject.open)
    return (
      <div className="gz-page">
        <PageHead title={t('own.appeal')} crumbs={crumbs} />
        <div className="gz-card">
          {error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : data ? (
            <EmptyState title={t('file.over')} hint={t('file.overHint', { day: data.subject.until ?? '' })} />
          ) : (
            <Loading />
          )}
        </div>
      </div>
    )
  async function submit({ indicators, reasons, documentIds = [] }: Entered): Promise<void> {
    await mutateAsync({
      body: {
        id: appealId.current,
        subjectId: id,
        rows: indicators.map((indicator) => ({ indicator, reason: reasons[indicator] ?? '' })),
        documentIds: documentIds.map((one) => one.id),
      },
    })
  }
  const { name, until } = data.subject
  return (
    <FormPage<Entered>
      name={`appeal-${id}`}
      title={t('file.title', { name })}
      crumbs={crumbs}
      intro={until === null ? t('file.intro') : t('file.introUntil', { day: until })}
      submit={submit}
      submitLabel={t('file.submit')}
      onDone={() => {
        void message.success(t('file.done'))
        void client.invalidateQueries({ queryKey: ['publicity'] })
        void router.navigate({ href: `/publicity/appeals/${appealId.current}` })
      }}
    >
      <Fields rows={data.rows} />
    </FormPage>
  )
}

function Fields({ rows }: { rows: Disputable['rows'] }): ReactNode {
  const { t } = useTranslation('publicity')
  const english = useEnglish()
  const chosen: string[] = Form.useWatch('indicators') ?? []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (
    <>
      <Field name="indicators" label={t('file.rows')} hint={t('file.rowsHint')} required>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={rows.map((row) => ({
            value: row.id,
            label: `${row.id} ${english ? row.indicatorEn : row.indicator}（${score(row.points)} / ${score(row.max)}）`,
            disabled: row.open !== null,
          }))}
        />
      </Field>
      {chosen.map((indicator) => {
        const row = byId.get(indicator)
        return (
          <fieldset key={indicator} className="gz-publicity-fieldset">
            <legend>
              {indicator} {english ? row?.indicatorEn : row?.indicator}
            </legend>
            <p className="gz-faint">{english ? row?.whyEn : row?.why}</p>
            <Field
              name={['reasons', indicator]}
              label={t('file.reason', { row: indicator })}
              hint={t('file.reasonHint')}
              required
            >
              <Input.TextArea rows={3} maxLength={1000} showCount />
            </Field>
          </fieldset>
        )
      })}
      <Field name="documentIds" label={t('file.evidence')} hint={t('file.evidenceHint')}>
        <EvidenceField />
      </Field>
    </>
  )
}
