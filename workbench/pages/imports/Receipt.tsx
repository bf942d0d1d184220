import { PrinterOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../../contracts/imports/staff.ts'
import { count, dateTime } from '../../parts/format.ts'
import { Goto } from '../../parts/Goto.tsx'
import { FactGroups } from '../../parts/record/FactGroups.tsx'
import { CountRow } from './CountRow.tsx'
import { useKindTitle } from './templates.ts'

/** What was recorded, by whom and when: can be found again here and printed. */
export function Receipt({ run }: { run: ImportRun }): ReactNode {
  const { t } = useTranslation('imports')
  const title = useKindTitle()
  const { counts } = run
  const left = counts.refused + counts.skipped
  const facts = [
    { label: t('receipt.number'), value: run.id },
    { label: t('kind'), value: title(run) },
    { label: t('file'), value: run.fileName },
    { label: t('by'), value: run.uploadedByName },
    { label: t('at'), value: dateTime(run.uploadedAt) },
    { label: t('receipt.finished'), value: run.finishedAt === null ? null : dateTime(run.finishedAt) },
    {
      label: t('receipt.how'),
      value: left > 0 ? t('receipt.part', { rows: count(left) }) : t('receipt.whole'),
      wide: true,
    },
  ]
  const print = (
    <Button className="gz-noprint" icon={<PrinterOutlined />} onClick={() => window.print()}>
      {t('receipt.print')}
    </Button>
  )
  return (
    <>
      {run.kind === 'accounts' && counts.created > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('receipt.passwords')}
          action={<Goto to="/accounts">{t('receipt.toAccounts')}</Goto>}
        />
      )}
      <CountRow counts={counts} />
      <FactGroups groups={[{ title: t('receipt.title'), facts, action: print }]} />
    </>
  )
}
