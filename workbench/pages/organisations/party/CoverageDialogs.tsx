import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { getPlace } from '../../../../contracts/organisations/staff.ts'
import {
  type coverageRow,
  createCoverage,
  endCoverage,
  getPartyOrganisation,
  listPartyOrganisations,
} from '../../../../contracts/party-organisations/staff.ts'
import { coverageWay } from '../../../../contracts/party-organisations/words.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { today } from '../../../parts/format.ts'
import { type Picked, RemotePick } from '../../../parts/pick/RemotePick.tsx'
import type { Named } from '../shared/named.ts'

type Coverage = z.infer<typeof coverageRow>

interface NewCoverageDialogProps {
  compound: Named | undefined
  body: Named | undefined
  onClose: () => void
  onDone: () => Promise<void>
}
interface Entered {
  how: Coverage['how']
  organisation?: Picked | null
  instructor?: string
  phone?: string
  from: string
}

async function findOrganisations(text: string, signal: AbortSignal) {
  const { rows } = await call(
    listPartyOrganisations,
    { query: { text: text || undefined, limit: 50 } },
    { signal },
  )
  return rows.map(({ id, name, placeName }) => ({ value: id, label: name, note: placeName }))
}

/** The contract names a Party organisation by its name and the code of its place. */
async function namesOf(organisation: Picked | null | undefined) {
  if (!organisation) return { organisation: null, organisationPlace: null }
  const { name, placeId } = await call(getPartyOrganisation, { params: { id: organisation.value } })
  const { code } = await call(getPlace, { params: { id: placeId } })
  return { organisation: name, organisationPlace: code }
}

export function NewCoverageDialog({ compound, body, onClose, onDone }: NewCoverageDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const [form] = Form.useForm<Entered>()
  const how = Form.useWatch('how', form)
  const { mutateAsync } = useSubmit(createCoverage)
  const posted = how === 'instructor'
  return (
    <FormDialog<Entered>
      name="new-coverage"
      form={form}
      title={t('coverage.newFor', { name: compound?.name ?? body?.name ?? '' })}
      intro={t('coverage.newIntro')}
      initial={{ how: 'joint', from: today() }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async ({ how: way, organisation, instructor, phone, from }) => {
        const target = { body: body?.code ?? null, compound: compound?.code ?? null }
        const person = way === 'instructor' ? { instructor, phone } : {}
        const named = await namesOf(organisation)
        await mutateAsync({ body: { ...target, ...named, ...person, how: way, from } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="how" label={t('coverage.how')} clause="4.5.1" required>
        <Select options={coverageWay.options.map((value) => ({ value, label: t(`coverageWay.${value}`) }))} />
      </Field>
      <Field
        name="organisation"
        label={t('party.one')}
        hint={t(posted ? 'coverage.fromHint' : 'coverage.organisationHint')}
        required={!posted}
      >
        <RemotePick about={['party-organisations']} find={findOrganisations} />
      </Field>
      {posted && (
        <>
          <Field name="instructor" label={t('coverage.instructor')} clause="6.1.2" required>
            <Input maxLength={40} autoComplete="off" />
          </Field>
          <Field name="phone" label={t('posts.phone')} hint={t('coverage.phoneHint')} required>
            <Input maxLength={20} inputMode="tel" autoComplete="off" />
          </Field>
        </>
      )}
      <Field name="from" label={t('coverage.from')} hint={t('coverage.dayHint')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}

interface EndCoverageDialogProps {
  coverage: Coverage
  onClose: () => void
  onDone: () => Promise<void>
}

export function EndCoverageDialog({ coverage, onClose, onDone }: EndCoverageDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(endCoverage)
  const { id, version } = coverage
  return (
    <FormDialog<{ lastDay: string }>
      name="end-coverage"
      title={t('coverage.end')}
      intro={t('coverage.endIntro')}
      initial={{ lastDay: today() }}
      submitLabel={t('coverage.end')}
      onClose={onClose}
      submit={async ({ lastDay }) => {
        await mutateAsync({ params: { id }, body: { lastDay, version } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="lastDay" label={t('coverage.lastDay')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
