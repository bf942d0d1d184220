import { App, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createContract, endContract } from '../../../../contracts/organisations/staff.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'
import { today } from '../../../parts/format.ts'
import { BodyPick } from '../../../parts/pick/BodyPick.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import type { Named } from '../shared/named.ts'
import type { Contract } from './ContractsSection.tsx'

interface NewContractDialogProps {
  compound: Named | undefined
  provider: { name: string; uscc: string | null } | undefined
  onClose: () => void
  onDone: () => Promise<void>
}
interface Entered {
  uscc?: Picked
  compound?: Picked
  number: string
  from: string
  to?: string | null
}

/** The side whose page this is stands fixed; the other is picked. */
export function NewContractDialog({
  compound,
  provider,
  onClose,
  onDone,
}: NewContractDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(createContract)
  return (
    <FormDialog<Entered>
      name="new-contract"
      title={t('contracts.newFor', { name: compound?.name ?? provider?.name ?? '' })}
      intro={t('contracts.newIntro')}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async ({ uscc, compound: picked, number, from, to }) => {
        const sides = {
          uscc: provider?.uscc ?? uscc?.value ?? '',
          compound: compound?.code ?? picked?.value ?? '',
        }
        await mutateAsync({ body: { ...sides, number, from, to: to ?? null } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      {!provider && (
        <Field name="uscc" label={t('contracts.provider')} required>
          <BodyPick kinds={['enterprise', 'other-manager']} by="uscc" />
        </Field>
      )}
      {!compound && (
        <Field name="compound" label={t('contracts.compound')} required>
          <PlacePick kind="compound" by="code" />
        </Field>
      )}
      <Field name="number" label={t('contracts.number')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="from" label={t('contracts.from')} required>
        <DayInput />
      </Field>
      <Field name="to" label={t('contracts.to')} hint={t('contracts.toHint')}>
        <DayInput />
      </Field>
    </FormDialog>
  )
}

interface EndContractDialogProps {
  contract: Contract
  onClose: () => void
  onDone: () => Promise<void>
}

export function EndContractDialog({ contract, onClose, onDone }: EndContractDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(endContract)
  const { id, providerName, compoundName, version } = contract
  return (
    <FormDialog<{ lastDay: string; reason: string }>
      name="end-contract"
      title={t('contracts.end')}
      intro={t('contracts.endIntro', { provider: providerName, compound: compoundName })}
      initial={{ lastDay: today() }}
      submitLabel={t('contracts.end')}
      onClose={onClose}
      submit={async (body) => {
        await mutateAsync({ params: { id }, body: { ...body, version } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="lastDay" label={t('contracts.lastDay')} hint={t('contracts.lastDayHint')} required>
        <DayInput />
      </Field>
      <ReasonField />
    </FormDialog>
  )
}
