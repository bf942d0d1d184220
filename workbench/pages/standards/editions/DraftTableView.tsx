import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Sideways } from '../../../parts/table/Sideways.tsx'
import { spans } from '../../../parts/table/spans.ts'
import { useOpened } from '../../../parts/useOpened.ts'
import { usePick, useTerm } from '../names.ts'
import { documentOf, type DraftRow, rowsOf } from './document.ts'
import { InlineText } from './InlineText.tsx'
import { RowEditor } from './RowEditor.tsx'
import { TableFrame } from './TableFrame.tsx'
import { useDraft } from './useDraft.tsx'

/** One table of the draft as the standard prints it; name and points are edited in place, everything else in the row's drawer. */
export function DraftTableView({ table: id }: { table: string }): ReactNode {
  const { t } = useTranslation('editions')
  const pick = usePick()
  const { draft, mayEdit } = useDraft()
  const opened = useOpened('row')
  const rows = rowsOf(draft, id)
  const table = documentOf(draft).scheme.tables.find((one) => one.id === id)
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const first = spans(rows, (row) => row.level1)
  if (!table) return null
  return (
    <>
      <TableFrame table={table} />
      <section className="gz-card" aria-label={pick(table.title, table.titleEn)}>
        <Sideways>
          <table className="gz-standard gz-draft-table">
            <thead>
              <tr>
                <th scope="col">{t('field.level1')}</th>
                <th scope="col">{t('field.id')}</th>
                <th scope="col">{t('field.indicator')}</th>
                <th scope="col" className="gz-standard-number">
                  {t('field.points')}
                </th>
                <th scope="col">{t('field.evaluator')}</th>
                <th scope="col">{t('field.mechanism')}</th>
                <th scope="col">{t('field.fact')}</th>
                <th scope="col">
                  <span className="gz-hidden">{t('row.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.id}>
                  {first[index] !== 0 && (
                    <th scope="rowgroup" rowSpan={first[index]} className="gz-standard-level1">
                      {pick(row.level1, row.level1En)}
                    </th>
                  )}
                  <Cells row={row} onOpen={opened.open} />
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
        {mayEdit && (
          <Button className="gz-draft-add" icon={<PlusOutlined />} onClick={() => opened.open('new')}>
            {t('row.add')}
          </Button>
        )}
      </section>
      <RowEditor table={table} opened={opened.opened} ids={ids} onOpen={opened.open} onClose={opened.close} />
    </>
  )
}

function Cells({ row, onOpen }: { row: DraftRow; onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation(['editions', 'standards'])
  const term = useTerm()
  const pick = usePick()
  const { draft, mayEdit, save } = useDraft()
  const fact = draft.facts.find((one) => one.id === row.fact)
  const own = draft.faults.filter((fault) => fault.part === 'row' && fault.key === row.id)
  const set = (field: 'indicator' | 'points') => (value: string, base: number) =>
    save({ part: 'row', key: row.id, value: { ...row, [field]: value } }, base)
  return (
    <>
      <td className="gz-number gz-draft-id">{row.id}</td>
      <td className="gz-draft-name">
        <InlineText
          long
          value={row.indicator}
          label={t('row.nameOf', { row: row.id })}
          save={set('indicator')}
        />
        {row.variant !== null && <span className="gz-faint">{term(row.variant)}</span>}
        {own.map((fault) => (
          <p key={`${fault.field} ${fault.detail}`} className="gz-row-fault">
            {pick(fault.detail, fault.detailEn)}
          </p>
        ))}
      </td>
      <td className="gz-standard-number">
        <InlineText
          numeric
          value={row.points}
          label={t('row.pointsOf', { row: row.id })}
          faulty={own.some((fault) => fault.field === 'points')}
          save={set('points')}
        />
      </td>
      <td>{term(row.evaluator)}</td>
      <td>{t(`mechanism.${row.mechanism}`, { ns: 'standards' })}</td>
      <td>{fact ? pick(fact.title, fact.titleEn) : '—'}</td>
      <td>
        <Button
          size="small"
          icon={<EditOutlined />}
          aria-label={t(mayEdit ? 'row.editOf' : 'row.openOf', { row: row.id })}
          onClick={() => onOpen(row.id)}
        >
          {t(mayEdit ? 'row.edit' : 'row.open')}
        </Button>
      </td>
    </>
  )
}
