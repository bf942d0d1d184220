import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Form, Input, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuid } from 'uuid'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { listRounds, listScores } from '../../../../contracts/evaluation/staff.ts'
import { type SubjectKind, subjectKinds } from '../../../../contracts/evaluation/words.ts'
import { getCorrectable, proposeCorrection } from '../../../../contracts/publicity/corrections.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { score } from '../../../parts/format.ts'
import { type Picked, RemotePick } from '../../../parts/pick/RemotePick.tsx'
import { useEnglish } from '../../../parts/words.ts'
import { EnteredFields } from '../appeals/EnteredFields.tsx'
import '../publicity.css'

interface Entered {
  roundId: string
  kind: SubjectKind
  subjectId: Picked
  indicators: string[]
  rows: Record<
    string,
    { reason: string; entered: { numerator?: string; denominator?: string; value?: string } }
  >
  reason: string
  documentIds?: Evidence[]
}

/** 提出更正: which final result, which rows, what counts instead, and the proof; another official decides. */
export function NewCorrectionPage(): ReactNode {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const router = useRouter()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(proposeCorrection)
  // Made here, so that the same proposal sent twice is one.
  const correctionId = useRef(uuid())
  async function submit({ subjectId, indicators, rows, reason, documentIds = [] }: Entered): Promise<void> {
    await mutateAsync({
      body: {
        id: correctionId.current,
        subjectId: subjectId.value,
        reason,
        rows: indicators.map((indicator) => ({
          indicator,
          entered: rows[indicator]?.entered ?? {},
          reason: rows[indicator]?.reason ?? '',
        })),
        documentIds: documentIds.map((one) => one.id),
      },
    })
  }
  return (
    <FormPage<Entered>
      name="propose-correction"
      title={t('corrections.propose')}
      crumbs={[{ label: t('corrections.title'), to: '/publicity/corrections' }]}
      intro={t('corrections.proposeIntro')}
      initial={{ kind: 'compound' }}
      submit={submit}
      submitLabel={t('corrections.propose')}
      onDone={() => {
        void message.success(t('corrections.proposed'))
        void client.invalidateQueries({ queryKey: ['corrections'] })
        void router.navigate({ href: `/publicity/corrections/${correctionId.current}` })
      }}
    >
      <Subject />
      <Rows />
      <Field name="reason" label={t('corrections.reason')} hint={t('corrections.reasonHint')} required>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Field>
      <Field name="documentIds" label={t('file.evidence')} hint={t('corrections.evidenceHint')} required>
        <EvidenceField />
      </Field>
    </FormPage>
  )
}

const final = ['final', 'archived']

function Subject(): ReactNode {
  const { t } = useTranslation('publicity')
  const round: string | undefined = Form.useWatch('roundId')
  const kind: SubjectKind = Form.useWatch('kind') ?? 'compound'
  const rounds = useQuery({
    queryKey: ['publicity', 'final-rounds'],
    queryFn: ({ signal }) => call(listRounds, { query: { limit: 50 } }, { signal }),
  })
  const find = async (text: string, signal: AbortSignal) => {
    if (!round) return []
    const query = { kind, text: text || undefined, limit: 50 }
    const { rows } = await call(listScores, { params: { id: round }, query }, { signal })
    return rows.map((row) => ({ value: row.subjectId, label: row.name, note: row.districtName }))
  }
  return (
    <>
      <Field name="roundId" label={t('round')} hint={t('corrections.roundHint')} required>
        <Select
          options={(rounds.data?.rows ?? [])
            .filter(({ state }) => final.includes(state))
            .map(({ id, name, year }) => ({ value: id, label: `${name}（${year}）` }))}
        />
      </Field>
      <Field name="kind" label={t('kind')} required>
        <Select options={subjectKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      </Field>
      <Field name="subjectId" label={t('subject')} required>
        <RemotePick key={`${round} ${kind}`} about={['correctable', round, kind]} find={find} />
      </Field>
    </>
  )
}

function Rows(): ReactNode {
  const { t } = useTranslation('publicity')
  const english = useEnglish()
  const subject: Picked | undefined = Form.useWatch('subjectId')
  const chosen: string[] = Form.useWatch('indicators') ?? []
  const { data } = useQuery({
    queryKey: ['publicity', 'correctable', subject?.value],
    enabled: subject !== undefined,
    queryFn: ({ signal }) => call(getCorrectable, { params: { id: subject?.value ?? '' } }, { signal }),
  })
  const rows = (data?.rows ?? []).filter(({ decidable }) => decidable)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (
    <>
      <Field name="indicators" label={t('corrections.rows')} required>
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
            <EnteredFields
              path={['rows', indicator, 'entered']}
              shape={row?.shape ?? null}
              levels={row?.levels ?? []}
            />
            <Field name={['rows', indicator, 'reason']} label={t('corrections.rowReason')} required>
              <Input.TextArea rows={2} maxLength={500} />
            </Field>
          </fieldset>
        )
      })}
    </>
  )
}
