import { CheckOutlined, MinusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Goto } from '../../../parts/Goto.tsx'
import type { Point, SubjectScore } from '../queries.ts'
import { recordAddress } from '../record-address.ts'

const few = 12

/** The records that were counted, and those that were looked at and not counted. */
export function Records({ records, score }: { records: Point['records']; score: SubjectScore }): ReactNode {
  const { t } = useTranslation('evaluation')
  const [all, setAll] = useState(false)
  if (records.length === 0) return null
  const shown = all ? records : records.slice(0, few)
  const counted = records.filter((record) => record.counted).length
  return (
    <section className="gz-part" aria-label={t('point.records')}>
      <h3>
        {t('point.records')}{' '}
        <span className="gz-faint">{t('point.recordsCounted', { counted, all: records.length })}</span>
      </h3>
      <ul className="gz-records">
        {shown.map((record) => (
          <li key={`${record.resource} ${record.recordId} ${record.label}`}>
            <span className={record.counted ? 'gz-record-counted' : 'gz-record-not'}>
              <span aria-hidden>{record.counted ? <CheckOutlined /> : <MinusOutlined />}</span>{' '}
              {t(record.counted ? 'point.counted' : 'point.notCounted')}
            </span>
            <Goto to={recordAddress(record, score)}>{record.label}</Goto>
          </li>
        ))}
      </ul>
      {records.length > shown.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('point.allRecords', { count: records.length })}
        </Button>
      )}
    </section>
  )
}
