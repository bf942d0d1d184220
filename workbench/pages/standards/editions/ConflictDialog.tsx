import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../../parts/format.ts'
import type { Change } from './document.ts'

export interface Clash {
  change: Change
  version: number
  by: string | null
  at: string
  theirs: Record<string, unknown> | null
}

/** Two edited one part: both are shown, and the second decides. */
export function ConflictDialog({
  clash,
  onMine,
  onTheirs,
}: {
  clash: Clash
  onMine: () => void
  onTheirs: () => void
}): ReactNode {
  const { t } = useTranslation('editions')
  const { change, theirs } = clash
  const fields = [...new Set([...Object.keys(theirs ?? {}), ...Object.keys(change.value ?? {})])].filter(
    (field) => field !== 'table' && textOf(theirs?.[field]) !== textOf(change.value?.[field]),
  )
  return (
    <Modal
      open
      title={t('conflict.title', { by: clash.by ?? t('conflict.somebody'), key: change.key })}
      onCancel={onTheirs}
      mask={{ closable: false }}
      footer={
        <>
          <Button type="primary" onClick={onTheirs}>
            {t('conflict.theirs')}
          </Button>
          <Button onClick={onMine}>{t('conflict.mine')}</Button>
        </>
      }
    >
      <p>{t('conflict.intro', { at: dateTime(clash.at) })}</p>
      <table className="gz-standard">
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.theirsHead')}</th>
            <th scope="col">{t('conflict.mineHead')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{t(`field.${field}`, { defaultValue: field })}</th>
              <td>{textOf(theirs?.[field])}</td>
              <td>{textOf(change.value?.[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '—' : JSON.stringify(value)
