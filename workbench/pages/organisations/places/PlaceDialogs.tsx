import { App, Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { mergePlaces, movePlace, renamePlace } from '../../../../contracts/organisations/staff.ts'
import type { PlaceKind } from '../../../../contracts/organisations/words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { today } from '../../../parts/format.ts'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import type { PlaceRecord } from './PlacePage.tsx'

export type PlaceDeed = 'rename' | 'move' | 'merge'

interface PlaceDialogsProps {
  place: PlaceRecord
  deed: PlaceDeed | null
  onClose: () => void
  onDone: () => Promise<void>
}
type DialogProps = Omit<PlaceDialogsProps, 'deed'>

const above: Partial<Record<PlaceKind, PlaceKind>> = {
  district: 'city',
  street: 'district',
  community: 'street',
}

export function PlaceDialogs({ deed, ...rest }: PlaceDialogsProps): ReactNode {
  switch (deed) {
    case 'rename':
      return <RenameDialog {...rest} />
    case 'move':
      return <MoveDialog {...rest} />
    case 'merge':
      return <MergeDialog {...rest} />
    default:
      return null
  }
}

/** From which day it holds; before it, everything stays as it was. */
export function FromDay(): ReactNode {
  const { t } = useTranslation('organisations')
  return (
    <Field name="on" label={t('on')} hint={t('onHint')} required>
      <DayInput />
    </Field>
  )
}

interface Renamed {
  name: string
  code: string
  inBuiltUpArea: boolean
  on: string
}

function RenameDialog({ place, onClose, onDone }: DialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(renamePlace)
  const { id, name, code, inBuiltUpArea, version } = place
  return (
    <FormDialog<Renamed>
      name="rename-place"
      title={t('rename.title', { name })}
      intro={t('rename.intro')}
      initial={{ name, code, inBuiltUpArea, on: today() }}
      submitLabel={t('save')}
      onClose={onClose}
      submit={async (entered) => {
        await mutateAsync({ params: { id }, body: { ...entered, version } })
        void message.success(t('saved'))
        await onDone()
      }}
    >
      <Field name="name" label={t('places.name')} required>
        <Input maxLength={80} />
      </Field>
      <Field name="code" label={t('code')} required>
        <Input maxLength={20} inputMode="numeric" />
      </Field>
      <Form.Item name="inBuiltUpArea" valuePropName="checked">
        <Checkbox>{t('rename.builtUp')}</Checkbox>
      </Form.Item>
      <FromDay />
    </FormDialog>
  )
}

interface Moved {
  parentId: Picked
  on: string
}

function MoveDialog({ place, onClose, onDone }: DialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(movePlace)
  return (
    <FormDialog<Moved>
      name="move-place"
      title={t('move.title', { name: place.name })}
      intro={t('move.intro')}
      initial={{ on: today() }}
      submitLabel={t('move.do')}
      onClose={onClose}
      submit={async ({ parentId, on }) => {
        const body = { parentId: parentId.value, on, version: place.version }
        await mutateAsync({ params: { id: place.id }, body })
        void message.success(t('move.done', { parent: parentId.label }))
        await onDone()
      }}
    >
      <Field
        name="parentId"
        label={t('move.parent')}
        hint={t('move.parentHint', { parent: place.parentName ?? '' })}
        required
      >
        <PlacePick kind={above[place.kind]} />
      </Field>
      <FromDay />
    </FormDialog>
  )
}

interface Merged {
  absorbed: Picked
  on: string
}

function MergeDialog({ place, onClose, onDone }: DialogProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(mergePlaces)
  return (
    <FormDialog<Merged>
      name="merge-places"
      title={t('merge.title', { name: place.name })}
      intro={t('merge.intro', { name: place.name })}
      initial={{ on: today() }}
      submitLabel={t('merge.do')}
      onClose={onClose}
      submit={async ({ absorbed, on }) => {
        const { moved } = await mutateAsync({
          params: { id: place.id },
          body: { absorbed: [absorbed.value], on },
        })
        void message.success(t('merge.done', { count: moved, name: place.name }))
        await onDone()
      }}
    >
      <Field name="absorbed" label={t('merge.absorbed')} hint={t('merge.absorbedHint')} required>
        <PlacePick kind={place.kind} />
      </Field>
      <FromDay />
    </FormDialog>
  )
}
