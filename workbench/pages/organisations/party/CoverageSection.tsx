import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import {
  type coverageRow,
  createCoverage,
  endCoverage,
  listCoverage,
} from '../../../../contracts/party-organisations/staff.ts'
import { call } from '../../../api/client.ts'
import { may, useMe } from '../../../api/session.ts'
import type { ListColumn } from '../../../parts/list/types.ts'
import type { Named } from '../shared/named.ts'
import { RowAction } from '../shared/RowAction.tsx'
import { RowsSection } from '../shared/RowsSection.tsx'
import { EndCoverageDialog, NewCoverageDialog } from './CoverageDialogs.tsx'
import { useCoverageColumns } from './columns.tsx'

type Coverage = z.infer<typeof coverageRow>

/** How Party work reaches this project or body, today and before. One of the two is given. */
export function CoverageSection({ compound, body }: { compound?: Named; body?: Named }): ReactNode {
  const { t } = useTranslation('organisations')
  const me = useMe()
  const client = useQueryClient()
  const [makes, setMakes] = useState(false)
  const [ending, setEnding] = useState<Coverage | null>(null)
  const sees = may(me, listCoverage.verb)
  const key = ['organisations', 'coverage', compound?.id ?? '', body?.id ?? '']
  const { data } = useQuery({
    queryKey: key,
    enabled: sees,
    queryFn: ({ signal }) => {
      const query = { compound: compound?.id, body: body?.id, past: 'yes', limit: 100 } as const
      return call(listCoverage, { query }, { signal })
    },
  })
  const rows = data?.rows ?? []
  const columns = useEndingColumns(rows.some(mayEnd) ? setEnding : null)
  if (!sees) return null
  const onDone = () => client.invalidateQueries({ queryKey: key })
  return (
    <RowsSection
      title={t('coverage.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      none={t(data ? 'coverage.noneHere' : 'scores.loading')}
      actions={
        may(me, createCoverage.verb) && <Button onClick={() => setMakes(true)}>{t('coverage.new')}</Button>
      }
    >
      {makes && (
        <NewCoverageDialog compound={compound} body={body} onClose={() => setMakes(false)} onDone={onDone} />
      )}
      {ending && <EndCoverageDialog coverage={ending} onClose={() => setEnding(null)} onDone={onDone} />}
    </RowsSection>
  )
}

const mayEnd = ({ can, to }: Coverage): boolean => can[endCoverage.verb] === true && to === null

/** What covers it, and for those who may end it the way to do so. */
function useEndingColumns(onEnd: ((coverage: Coverage) => void) | null): ListColumn<Coverage>[] {
  const { t } = useTranslation('organisations')
  const columns = useCoverageColumns('target')
  const end = (row: Coverage): ReactNode =>
    mayEnd(row) && (
      <RowAction label={t('coverage.end')} of={t(`coverageWay.${row.how}`)} onClick={() => onEnd?.(row)} />
    )
  return onEnd ? [...columns, { key: 'do', title: t('do'), cell: end }] : columns
}
