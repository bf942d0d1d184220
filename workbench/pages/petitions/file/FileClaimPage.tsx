import { useRouter } from '@tanstack/react-router'
import { App, Checkbox, Form, Input } from 'antd'
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as uuid } from 'uuid'
import type { Evidence } from '../../../../contracts/documents/staff.ts'
import { fileForSomebody } from '../../../../contracts/petitions/filing.ts'
import {
  contentLength,
  longestName,
  longestSpot,
  mostPhotos,
} from '../../../../contracts/petitions/public-words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { EvidenceField } from '../../../parts/evidence/EvidenceField.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormPage } from '../../../parts/form/FormPage.tsx'
import { PlacePick } from '../../../parts/pick/PlacePick.tsx'
import type { Picked } from '../../../parts/pick/RemotePick.tsx'
import { claimAddress, claimsAddress } from '../addresses.ts'
import { useReload } from '../deeds/useStep.ts'
import { CategoryPick } from './CategoryPick.tsx'
import { Emergency } from './Emergency.tsx'
import { Similar } from './Similar.tsx'
import '../petitions.css'

interface Entered {
  category: string
  placeId: Picked
  spot?: string
  content: string
  reporterName?: string
  reporterPhone?: string
  sealed?: boolean
  agreesToPublish?: boolean
  documentIds?: Evidence[]
}

/** 登记诉求: at the counter, by telephone, by a project or a committee. */
export function FileClaimPage(): ReactNode {
  const { t } = useTranslation('petitions')
  const { message } = App.useApp()
  const router = useRouter()
  const reload = useReload()
  const { mutateAsync } = useSubmit(fileForSomebody)
  // The same claim sent twice is one: the key lives as long as the form.
  const key = useRef(uuid())
  const made = useRef({ id: '', number: '' })
  async function submit({ placeId, documentIds = [], ...entered }: Entered): Promise<void> {
    made.current = await mutateAsync({
      body: {
        ...entered,
        key: key.current,
        placeId: placeId.value,
        documentIds: documentIds.map(({ id }) => id),
      },
    })
    await reload()
  }
  return (
    <FormPage<Entered>
      name="file-claim"
      title={t('file.title')}
      crumbs={[{ label: t('claims.title'), to: claimsAddress }]}
      intro={t('file.intro')}
      submit={submit}
      submitLabel={t('file.submit')}
      onDone={() => {
        void message.success(t('file.done', { number: made.current.number }))
        void router.navigate({ href: claimAddress(made.current.id) })
      }}
    >
      <Fields />
    </FormPage>
  )
}

function Fields(): ReactNode {
  const { t } = useTranslation('petitions')
  const place: Picked | undefined = Form.useWatch('placeId')
  const category: string | undefined = Form.useWatch('category')
  return (
    <>
      <div className="gz-form-part">
        <Emergency />
      </div>
      <Field name="placeId" label={t('claim.place')} hint={t('file.placeHint')} required>
        <PlacePick />
      </Field>
      <Field name="category" label={t('claim.category')} required>
        <CategoryPick />
      </Field>
      <Similar placeId={place?.value} category={category} />
      <Field name="spot" label={t('file.spot')} hint={t('file.spotHint')}>
        <Input maxLength={longestSpot} />
      </Field>
      <Field name="content" label={t('claim.content')} hint={t('file.contentHint')} required>
        <Input.TextArea rows={5} maxLength={contentLength.most} showCount />
      </Field>
      <Field name="documentIds" label={t('claim.evidence')}>
        <EvidenceField most={mostPhotos} onTheSpot />
      </Field>
      <Field name="reporterName" label={t('file.name')}>
        <Input maxLength={longestName} autoComplete="off" />
      </Field>
      <Field name="reporterPhone" label={t('file.phone')} hint={t('file.phoneHint')}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Field>
      <Field name="sealed" label={t('file.sealed')} valuePropName="checked">
        <Checkbox>{t('file.sealedMeans')}</Checkbox>
      </Field>
      <Field name="agreesToPublish" label={t('claim.publish')} valuePropName="checked">
        <Checkbox>{t('file.publishMeans')}</Checkbox>
      </Field>
    </>
  )
}
