import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { App, Form, Input, Radio, Select } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../../contracts/documents/staff.ts'
import { listRounds, listScores } from '../../../contracts/evaluation/staff.ts'
import { isLiving, type SubjectKind, subjectKinds } from '../../../contracts/evaluation/words.ts'
import { listDecidableRows, proposeDecision } from '../../../contracts/findings/staff.ts'
import { type DecisionGround, decisionGrounds, longest } from '../../../contracts/findings/words.ts'
import { call } from '../../api/client.ts'
import { useSubmit } from '../../api/submit.ts'
import { EvidenceField } from '../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../parts/form/Field.tsx'
import { FormPage } from '../../parts/form/FormPage.tsx'
import { PlacePick } from '../../parts/pick/PlacePick.tsx'
import { type Picked, RemotePick } from '../../parts/pick/RemotePick.tsx'
import { usePick } from '../standards/names.ts'
import { decisionAddress, decisionsAddress } from './addresses.ts'

interface Entered {
  roundId: string
  kind: SubjectKind
  row: string
  placeId: Picked
  scope: 'one' | 'all'
  subjectId?: Picked | null
  ground: DecisionGround
  reason: string
  documentIds?: Evidence[]
}

/** 提出不适用决定: about one subject, or all of its kind in a place; another person decides. */
export function NewDecisionPage(): ReactNode {
  const { t } = useTranslation('findings')
  const { message } = App.useApp()
  const router = useRouter()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(proposeDecision)
  const made = useRef('')
  async function submit(entered: Entered): Promise<void> {
    const { scope, subjectId, placeId, documentIds = [], ...rest } = entered
    const { id } = await mutateAsync({
      body: {
        ...rest,
        placeId: placeId.value,
        subjectId: scope === 'one' ? (subjectId?.value ?? null) : null,
        documentIds: documentIds.map((one) => one.id),
      },
    })
    made.current = id
  }
  return (
    <FormPage<Entered>
      name="propose-decision"
      title={t('propose')}
      crumbs={[{ label: t('decisions'), to: decisionsAddress }]}
      intro={t('proposeIntro')}
      initial={{ kind: 'compound', scope: 'one' }}
      submit={submit}
      submitLabel={t('propose')}
      onDone={() => {
        void message.success(t('proposed'))
        void client.invalidateQueries({ queryKey: ['decisions'] })
        void router.navigate({ href: decisionAddress(made.current) })
      }}
    >
      <Fields />
    </FormPage>
  )
}

function Fields(): ReactNode {
  const { t } = useTranslation('findings')
  const pick = usePick()
  const round: string | undefined = Form.useWatch('roundId')
  const kind: SubjectKind = Form.useWatch('kind') ?? 'compound'
  const scope: string | undefined = Form.useWatch('scope')
  const chosen: string | undefined = Form.useWatch('row')
  const rounds = useQuery({
    queryKey: ['rounds-to-decide'],
    queryFn: ({ signal }) => call(listRounds, { query: { limit: 50 } }, { signal }),
  })
  const decidable = useQuery({
    queryKey: ['decidable-rows', round, kind],
    enabled: round !== undefined,
    queryFn: ({ signal }) => call(listDecidableRows, { query: { round: round ?? '', kind } }, { signal }),
  })
  const rows = decidable.data?.rows ?? []
  const rulings = rows.find(({ id }) => id === chosen)?.rulings ?? []
  const living = (rounds.data?.rows ?? []).filter(({ state }) => isLiving(state))
  return (
    <>
      <Field name="roundId" label={t('round')} required>
        <Select options={living.map(({ id, name, year }) => ({ value: id, label: `${year} ${name}` }))} />
      </Field>
      <Field name="kind" label={t('kind')} required>
        <Radio.Group options={subjectKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
      </Field>
      <Field name="row" label={t('row')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={rows.map(({ id, title, titleEn }) => ({
            value: id,
            label: `${id} ${pick(title, titleEn)}`,
          }))}
        />
      </Field>
      <Field name="placeId" label={t('place')} hint={t('placeHint')} required>
        <PlacePick />
      </Field>
      <Field name="scope" label={t('scope.title')} required>
        <Radio.Group
          options={[
            { value: 'one', label: t('scope.one') },
            { value: 'all', label: t('scope.all') },
          ]}
        />
      </Field>
      {scope !== 'all' && (
        <Field name="subjectId" label={t('subject')} hint={t('subjectHint')} required>
          <SubjectPick round={round} kind={kind} />
        </Field>
      )}
      <Field name="ground" label={t('ground')} hint={t('groundHint')} required>
        <Radio.Group
          options={decisionGrounds
            .filter((one) => one === 'other' || rulings.includes(one))
            .map((value) => ({ value, label: t(`grounds.${value}`) }))}
        />
      </Field>
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} required>
        <Input.TextArea rows={3} maxLength={longest.reason} />
      </Field>
      <Field name="documentIds" label={t('evidence')}>
        <EvidenceField most={12} />
      </Field>
    </>
  )
}

interface SubjectPickProps {
  round: string | undefined
  kind: SubjectKind
  id?: string
  value?: Picked | null
  onChange?: (picked: Picked | null) => void
}

/** A subject of the round by its name or code. */
function SubjectPick({ round, kind, ...rest }: SubjectPickProps): ReactNode {
  return (
    <RemotePick
      {...rest}
      disabled={round === undefined}
      about={['subjects', round, kind]}
      find={async (text, signal) => {
        const query = { kind, text: text || undefined, limit: 30 }
        const { rows } = await call(listScores, { params: { id: round ?? '' }, query }, { signal })
        return rows.map(({ subjectId, name, districtName }) => ({
          value: subjectId,
          label: name,
          note: districtName,
        }))
      }}
    />
  )
}
