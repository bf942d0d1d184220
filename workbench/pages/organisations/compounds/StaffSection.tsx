import { App, Button, InputNumber, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { createStaff, type staffRow } from '../../../../contracts/organisations/staff.ts'
import { type StaffKind, staffKind } from '../../../../contracts/organisations/words.ts'
import { useSubmit } from '../../../api/submit.ts'
import { DayInput } from '../../../parts/form/DayInput.tsx'
import { Field } from '../../../parts/form/Field.tsx'
import { FormDialog } from '../../../parts/form/FormDialog.tsx'
import { count, today } from '../../../parts/format.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { RowsSection } from '../shared/RowsSection.tsx'
import type { Named } from '../shared/named.ts'

type Row = z.infer<typeof staffRow>
interface StaffSectionProps {
  staff: Row[]
  compound: Named
  can: Record<string, boolean>
  onDone: () => Promise<void>
}
interface Entered {
  kind: StaffKind
  contracted: number
  actual: number
  asOf: string
}

/** 专职人员: agreed by contract against present, by the latest count. */
export function StaffSection({ staff, compound, can, onDone }: StaffSectionProps): ReactNode {
  const { t } = useTranslation('organisations')
  const { message } = App.useApp()
  const [records, setRecords] = useState(false)
  const { mutateAsync } = useSubmit(createStaff)
  const columns = useStaffColumns()
  return (
    <RowsSection
      title={t('staff.title')}
      rows={staff}
      rowKey={({ kind }) => kind}
      columns={columns}
      none={t('staff.none')}
      actions={can[createStaff.verb] && <Button onClick={() => setRecords(true)}>{t('staff.record')}</Button>}
    >
      {records && (
        <FormDialog<Entered>
          name="record-staff"
          title={t('staff.record')}
          intro={t('staff.recordIntro')}
          initial={{ asOf: today() }}
          submitLabel={t('save')}
          onClose={() => setRecords(false)}
          submit={async (body) => {
            await mutateAsync({ body: { ...body, compound: compound.code } })
            void message.success(t('saved'))
            await onDone()
          }}
        >
          <Field name="kind" label={t('staff.kind')} clause="6.1.6" required>
            <Select<StaffKind>
              options={staffKind.options.map((value) => ({ value, label: t(`staffKind.${value}`) }))}
            />
          </Field>
          <Field name="contracted" label={t('staff.contracted')} hint={t('staff.contractedHint')} required>
            <InputNumber min={0} precision={0} suffix={t('unit.persons')} />
          </Field>
          <Field name="actual" label={t('staff.actual')} required>
            <InputNumber min={0} precision={0} suffix={t('unit.persons')} />
          </Field>
          <Field name="asOf" label={t('staff.asOf')} required>
            <DayInput />
          </Field>
        </FormDialog>
      )}
    </RowsSection>
  )
}

/** Agreed against present, with what is missing. */
function useStaffColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('organisations')
  return [
    { key: 'kind', title: t('staff.kind'), cell: ({ kind }) => t(`staffKind.${kind}`) },
    { key: 'contracted', title: t('staff.contracted'), cell: (row) => count(row.contracted), numeric: true },
    { key: 'actual', title: t('staff.actual'), cell: (row) => count(row.actual), numeric: true },
    {
      key: 'state',
      title: t('staff.state'),
      cell: ({ contracted, actual }) =>
        actual >= contracted ? (
          <StateTag kind="done" word={t('staff.enough')} />
        ) : (
          <StateTag kind="warning" word={t('staff.short', { count: contracted - actual })} />
        ),
    },
    { key: 'asOf', title: t('staff.asOf'), cell: ({ asOf }) => asOf },
  ]
}
