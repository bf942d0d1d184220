import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { App, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  type compoundProfile,
  type compoundRecord,
  editCompound,
  getCompound,
} from '../../../../contracts/organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { compoundAddress, compoundsAddress } from '../addresses.ts'
import { areaText } from '../shared/area.ts'
import { RecordFrame } from '../shared/RecordFrame.tsx'
import { optional, ProfileFields } from './ProfileFields.tsx'

type Entered = z.infer<typeof compoundProfile> & { version: number }

export function EditCompoundPage(): ReactNode {
  const { t } = useTranslation('organisations')
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['organisations', 'compound', id, 'edit'],
    queryFn: ({ signal }) => call(getCompound, { params: { id } }, { signal }),
    // What is edited is what was read when the form opened.
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  return (
    <RecordFrame
      query={query}
      title={t('compounds.edit')}
      crumbs={[{ label: t('compounds.title'), to: compoundsAddress }]}
    >
      {(profile) => <Edit profile={profile} />}
    </RecordFrame>
  )
}

function Edit({ profile }: { profile: z.infer<typeof compoundRecord> }): ReactNode {
  const { t } = useTranslation('organisations')
  const router = useRouter()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutateAsync } = useSubmit(editCompound)
  const { id, name, type, managementMode, households, buildings, enclosure } = profile
  const { renovatedOn, committeeImpossibleReason, version } = profile
  return (
    <FormPage<Entered>
      name={`edit-compound-${id}`}
      title={t('compounds.editTitle', { name })}
      crumbs={[
        { label: t('compounds.title'), to: compoundsAddress },
        { label: name, to: compoundAddress(id) },
      ]}
      intro={t('compounds.editIntro')}
      initial={{
        type,
        managementMode,
        households,
        buildings,
        enclosure,
        renovatedOn,
        committeeImpossibleReason,
        version,
        area: areaText(profile.areaCenti),
      }}
      submitLabel={t('save')}
      submit={(entered) =>
        mutateAsync({
          params: { id },
          body: {
            ...entered,
            renovatedOn: entered.renovatedOn ?? null,
            committeeImpossibleReason: optional(entered.committeeImpossibleReason),
          },
        })
      }
      onDone={() => {
        void message.success(t('saved'))
        void client.invalidateQueries({ queryKey: ['organisations'] })
        void client.invalidateQueries({ queryKey: ['organisations-compounds'] })
        void router.navigate({ href: compoundAddress(id) })
      }}
    >
      {/* Travels with a kept draft: an old draft over a record changed since is told, not saved. */}
      <Form.Item name="version" hidden>
        <Input />
      </Form.Item>
      <ProfileFields />
    </FormPage>
  )
}
