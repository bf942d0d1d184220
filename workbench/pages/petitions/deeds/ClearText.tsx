import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clearText } from '../../../../contracts/petitions/marks.ts'
import { call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { claimQuery } from '../claim/claim-query.ts'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

/** 审定公开文字: what the public may read of it, without anything of a person. */
export function ClearTextDialog({ claim, onClose }: DeedProps): ReactNode {
  const { data } = useQuery(claimQuery(claim.id))
  if (!data) return <Loading />
  return (
    <StepDialog<{ text?: string; none?: boolean }>
      claim={claim}
      deed="clear-text"
      onClose={onClose}
      initial={{ text: data.publicText ?? data.content }}
      send={({ text = '', none }, { seen, key }) =>
        call(clearText, { params: { id: claim.id }, body: { text: none ? null : text, seen } }, { key })
      }
    >
      <Fields wasPublic={data.publicText !== null} />
    </StepDialog>
  )
}

function Fields({ wasPublic }: { wasPublic: boolean }): ReactNode {
  const { t } = useTranslation('petitions')
  const none = Form.useWatch('none') === true
  return (
    <>
      <Field name="text" label={t('field.publicText')} hint={t('field.publicTextHint')} required={!none}>
        <Input.TextArea rows={5} maxLength={1000} disabled={none} />
      </Field>
      {wasPublic && (
        <Field name="none" label={t('field.takeBack')} valuePropName="checked">
          <Checkbox>{t('field.takeBackMeans')}</Checkbox>
        </Field>
      )}
    </>
  )
}
