import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { assignAppeal, listCandidates } from '../../../../contracts/publicity/appeals.ts'
import { call } from '../../../api/client.ts'
import { useSubmit } from '../../../api/submit.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { ReasonField } from '../../../parts/form/ReasonField.tsx'

/** 指定处理人: offered are those alone who had no hand in what the appeal is about. */
export function AssignDialog({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation('publicity')
  const { message } = App.useApp()
  const client = useQueryClient()
  const { mutateAsync } = useSubmit(assignAppeal)
  const { data, isPending } = useQuery({
    queryKey: ['publicity', 'candidates', id],
    queryFn: ({ signal }) => call(listCandidates, { params: { id } }, { signal }),
  })
  return (
    <FormDialog<{ assigneeId: string; reason: string }>
      name="assign-appeal"
      title={t('appeals.assign')}
      intro={t('appeals.assignMeans')}
      submitLabel={t('appeals.assign')}
      onClose={onClose}
      submit={async (body) => {
        await mutateAsync({ params: { id }, body })
        void message.success(t('appeals.assigned'))
        await client.invalidateQueries({ queryKey: ['publicity'] })
      }}
    >
      <Field name="assigneeId" label={t('appeals.assignee')} required>
        <Select
          loading={isPending}
          optionFilterProp="label"
          showSearch
          notFoundContent={t('appeals.noCandidates')}
          options={(data?.candidates ?? []).map((one) => ({
            value: one.id,
            label: t('appeals.candidate', { name: one.name, place: one.place, count: one.open }),
          }))}
        />
      </Field>
      <ReasonField />
    </FormDialog>
  )
}
