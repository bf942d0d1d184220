import { DeleteOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mechanisms, rowEvaluators } from '../../../../contracts/standards/words.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { SubmitForm } from '../../../parts/form/SubmitForm.tsx'
import { PagedDrawer } from '../../../parts/PagedDrawer.tsx'
import { usePick, useTerm } from '../names.ts'
import { type DraftRow, type DraftTable, rowsOf } from './document.ts'
import { MechanismFields } from './MechanismFields.tsx'
import { emptyRubric, enteredOf, type RowEntered, rowOf } from './row-form.ts'
import { useDraft } from './useDraft.tsx'

interface RowEditorProps {
  table: DraftTable
  /** A row's number, 'new', or null when nothing is open. */
  opened: string | null
  ids: string[]
  onOpen: (id: string) => void
  onClose: () => void
}

/** Everything of a row; what the tables' mechanism does not use is not shown. */
export function RowEditor({ table, opened, ids, onOpen, onClose }: RowEditorProps): ReactNode {
  const { t } = useTranslation('editions')
  const { draft } = useDraft()
  const row = rowsOf(draft, table.id).find((one) => one.id === opened)
  const title = opened === 'new' ? t('row.add') : t('row.title', { row: opened ?? '' })
  return (
    <PagedDrawer title={title} opened={opened} all={ids} onOpen={onOpen} onClose={onClose}>
      {opened !== null && (row ?? opened === 'new') && (
        <RowForm key={opened} table={table} row={row} onDone={onClose} />
      )}
    </PagedDrawer>
  )
}

function RowForm({
  table,
  row,
  onDone,
}: {
  table: DraftTable
  row: DraftRow | undefined
  onDone: () => void
}): ReactNode {
  const { t } = useTranslation(['editions', 'standards'])
  const pick = usePick()
  const term = useTerm()
  const { draft, mayEdit, submit } = useDraft()
  // What others change while the form is open is told when it is saved.
  const [base] = useState(draft.version)
  const [form] = Form.useForm<RowEntered>()
  const levels = table.subject === 'locality' ? ['street', 'community'] : [table.subject]
  const group = table.groups[0]
  const initial: Partial<RowEntered> = row
    ? enteredOf(row)
    : {
        level1: group?.name ?? '',
        level1En: group?.nameEn ?? group?.name ?? '',
        levels,
        mechanism: 'boolean',
        evidence: [],
      }
  async function save(entered: RowEntered): Promise<void> {
    const chosen = table.groups.find(({ name }) => name === entered.level1)
    const level1En = chosen?.nameEn ?? entered.level1
    const value = rowOf({ ...entered, level1En }, row)
    await submit({ part: 'row', key: row?.id ?? entered.id, value: { ...value, table: table.id } }, base)
    onDone()
  }
  const choice = (values: readonly string[]) => values.map((value) => ({ value, label: term(value) }))
  return (
    <SubmitForm<RowEntered>
      name="edition-row"
      form={form}
      initial={{ ...initial, rubric: initial.rubric ?? emptyRubric() }}
      submitLabel={t('row.save')}
      submit={save}
      beside={row && mayEdit ? <RemoveRow row={row} base={base} onDone={onDone} /> : null}
    >
      <fieldset disabled={!mayEdit} className="gz-row-fields">
        <Field name="id" label={t('field.id')} hint={t('row.idHint')} required>
          <Input maxLength={4} />
        </Field>
        <Field name="level1" label={t('field.level1')} required>
          <Select
            options={table.groups.map(({ name, nameEn }) => ({ value: name, label: pick(name, nameEn) }))}
          />
        </Field>
        <Field name="level2" label={t('field.level2')} required>
          <Input maxLength={200} />
        </Field>
        <Field name="level2En" label={t('field.level2En')} required>
          <Input maxLength={200} />
        </Field>
        <Field name="indicator" label={t('field.indicator')} required>
          <Input.TextArea autoSize maxLength={500} />
        </Field>
        <Field name="indicatorEn" label={t('field.indicatorEn')} required>
          <Input.TextArea autoSize maxLength={500} />
        </Field>
        <Field name="points" label={t('field.points')} required>
          <Input className="gz-inline-number" maxLength={10} />
        </Field>
        <Field name="evaluator" label={t('field.evaluator')} required>
          <Select options={choice(rowEvaluators)} />
        </Field>
        {table.variants.length > 0 && (
          <Field name="variant" label={t('field.variant')} hint={t('row.variantHint')}>
            <Select allowClear options={choice(table.variants)} />
          </Field>
        )}
        <Field name="levels" label={t('field.levels')} required>
          <Select
            mode="multiple"
            options={levels.map((value) => ({ value, label: t(`subject.${value}`, { ns: 'standards' }) }))}
          />
        </Field>
        <Field name="mechanism" label={t('field.mechanism')} required>
          <Select
            options={mechanisms.map((value) => ({
              value,
              label: t(`mechanism.${value}`, { ns: 'standards' }),
            }))}
          />
        </Field>
        <MechanismFields levels={levels} />
        <Field name="evidence" label={t('field.evidence')} hint={t('row.evidenceHint')}>
          <Select mode="tags" open={false} />
        </Field>
      </fieldset>
    </SubmitForm>
  )
}

function RemoveRow({ row, base, onDone }: { row: DraftRow; base: number; onDone: () => void }): ReactNode {
  const { t } = useTranslation('editions')
  const { modal } = App.useApp()
  const { save } = useDraft()
  async function remove(): Promise<void> {
    const sure = await modal.confirm({
      title: t('row.removeAsk', { row: row.id }),
      content: t('row.removeMeans'),
      okText: t('row.remove'),
      autoFocusButton: 'cancel',
    })
    if (sure && (await save({ part: 'row', key: row.id, value: null }, base))) onDone()
  }
  return (
    <Button icon={<DeleteOutlined />} onClick={() => void remove()}>
      {t('row.remove')}
    </Button>
  )
}
