import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { type committeeRow, createCommittee } from '../../../../contracts/organisations/staff.ts'
import { may, useMe } from '../../../api/session.ts'
import { count, today } from '../../../parts/format.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import { StateTag } from '../../../parts/marks/StateTag.tsx'
import { bodyAddress } from '../addresses.ts'
import type { Named } from '../shared/named.ts'
import { RowsSection } from '../shared/RowsSection.tsx'
import { NewCommitteeDialog } from './NewCommitteeDialog.tsx'

type Row = z.infer<typeof committeeRow>

export function useCommitteeColumns(): ListColumn<Row>[] {
  const { t } = useTranslation('organisations')
  return [
    { key: 'name', title: t('committees.name'), cell: ({ name }) => name },
    { key: 'compound', title: t('committees.compound'), cell: ({ compoundName }) => compoundName },
    { key: 'state', title: t('committees.state'), cell: (row) => <CommitteeState committee={row} /> },
    { key: 'seats', title: t('committees.seats'), cell: ({ seats }) => count(seats), numeric: true },
    { key: 'elected', title: t('committees.elected'), cell: ({ electedOn }) => electedOn },
    {
      key: 'filed',
      title: t('committees.filed'),
      cell: ({ filedOn }) => filedOn ?? t('committees.notFiled'),
    },
    { key: 'termEnds', title: t('committees.termEnds'), cell: ({ termEndsOn }) => termEndsOn ?? '—' },
  ]
}

/** Sits, sits beyond its term, or is no more. */
function CommitteeState({ committee }: { committee: Row }): ReactNode {
  const { t } = useTranslation('organisations')
  const { to, termEndsOn } = committee
  if (to !== null && to < today()) return <StateTag kind="ended" word={t('committees.ended', { day: to })} />
  if (termEndsOn !== null && termEndsOn < today())
    return <StateTag kind="overdue" word={t('committees.overTerm')} />
  return <StateTag kind="done" word={t('committees.sits')} />
}

interface CommitteesSectionProps {
  committees: Row[]
  compound: Named
  onDone: () => Promise<void>
}

export function CommitteesSection({ committees, compound, onDone }: CommitteesSectionProps): ReactNode {
  const { t } = useTranslation('organisations')
  const [makes, setMakes] = useState(false)
  const records = may(useMe(), createCommittee.verb)
  return (
    <RowsSection
      title={t('committees.title')}
      rows={committees}
      rowKey={({ id }) => id}
      columns={useCommitteeColumns().filter(({ key }) => key !== 'compound')}
      open={({ id }) => bodyAddress(id)}
      none={t('committees.noneHere')}
      actions={records && <Button onClick={() => setMakes(true)}>{t('committees.new')}</Button>}
    >
      {makes && (
        <NewCommitteeDialog
          compound={compound}
          sits={committees.some(({ to }) => to === null)}
          onClose={() => setMakes(false)}
          onDone={onDone}
        />
      )}
    </RowsSection>
  )
}
