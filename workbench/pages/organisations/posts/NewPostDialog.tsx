import { App, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { createPost, getBody } from '../../../../contracts/organisations/staff.ts'
import type { BodyKind, PostRole } from '../../../../contracts/organisations/words.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { today } from '../../../parts/format.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import type { Contract } from '../contracts/ContractsSection.tsx'
import type { Named } from '../shared/named.ts'
import { rolesOf, rolesOfCompound } from './roles.ts'

/** The body of the page; `code` is how the contract names it: a credit code, or the code of its place. */
export interface PostBody {
  kind: BodyKind
  name: string
  code: string
}

interface NewPostDialogProps {
  compound: Named | undefined
  contracts: Contract[]
  body: PostBody | undefined
  onClose: () => void
  onDone: () => Promise<void>
}
interface Entered {
  role: PostRole
  name: string
  phone?: string
  compound?: Picked
  from: string
}

/** Party status is not asked here: the Party organisation attests it on the post itself. */
export function NewPostDialog({ compound, contracts, body, onClose, onDone }: NewPostDialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const [form] = Form.useForm<Entered>()
  const role = Form.useWatch('role', form)
  const { mutateAsync } = useSubmit(createPost)
  const running = contracts.find(({ state }) => state === 'running')
  const roles = body ? rolesOf[body.kind] : rolesOfCompound(running !== undefined)

  /** How the contract names the body of the post: a committee by its compound's code. */
  async function bodyOf(chosen: PostRole): Promise<string> {
    if (body) return body.code
    if (chosen !== 'project-head' || !running) return compound?.code ?? ''
    const provider = await call(getBody, { params: { id: running.providerId } })
    return provider.uscc ?? ''
  }
  async function submit({ role: chosen, name, phone, compound: picked, from }: Entered): Promise<void> {
    const project = chosen === 'project-head' ? (compound?.code ?? picked?.value ?? null) : null
    const of = { body: await bodyOf(chosen), compound: project }
    await mutateAsync({ body: { ...of, role: chosen, name, phone: phone?.trim() || null, from } })
    void message.success(t('saved'))
    await onDone()
  }
  return (
    <FormDialog<Entered>
      name="new-post"
      form={form}
      title={t('posts.newFor', { name: compound?.name ?? body?.name ?? '' })}
      initial={{ from: today() }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={submit}
    >
      <Field name="role" label={t('posts.role')} required>
        <Select<PostRole> options={roles.map((value) => ({ value, label: t(`postRole.${value}`) }))} />
      </Field>
      {body && role === 'project-head' && (
        <Field name="compound" label={t('posts.compound')} required>
          <PlacePick kind="compound" by="code" />
        </Field>
      )}
      <Field name="name" label={t('posts.name')} hint={t('posts.nameHint')} required>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="phone" label={t('posts.phone')} hint={t('posts.phoneHint')}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="from" label={t('posts.from')} required>
        <DayInput />
      </Field>
    </FormDialog>
  )
}
