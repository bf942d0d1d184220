import { useQuery } from '@tanstack/react-query'
import { Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../../contracts/endpoint.ts'
import { listMergeable, mergeClaim } from '../../../../contracts/petitions/marks.ts'
import { call } from '../../../api/client.ts'
import { Field } from '../../../parts/form/Field.tsx'
import { date } from '../../../parts/format.ts'
import { EmptyState } from '../../../parts/states/EmptyState.tsx'
import { ErrorState } from '../../../parts/states/ErrorState.tsx'
import { Loading } from '../../../parts/states/Loading.tsx'
import { type DeedProps, StepDialog } from './StepDialog.tsx'

/** 并案: into which open claim about the same. */
export function MergeDialog({ claim, onClose }: DeedProps): ReactNode {
  const { t } = useTranslation('petitions')
  const { data, error, refetch } = useQuery({
    queryKey: ['petitions-mergeable', claim.id],
    queryFn: ({ signal }) => call(listMergeable, { params: { id: claim.id } }, { signal }),
  })
  if (!data || data.rows.length === 0)
    return (
      <Modal open title={t('deed.merge')} footer={null} onCancel={onClose}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : !data && <Loading />}
        {data && <EmptyState title={t('merge.none')} hint={t('merge.noneHint')} />}
      </Modal>
    )
  return (
    <StepDialog<{ into: string }>
      claim={claim}
      deed="merge"
      onClose={onClose}
      send={({ into }, { seen, key }) =>
        call(mergeClaim, { params: { id: claim.id }, body: { into, seen } }, { key })
      }
    >
      <Field name="into" label={t('merge.into')} required>
        <Radio.Group className="gz-handlers">
          {data.rows.map((row) => (
            <Mergeable key={row.id} row={row} />
          ))}
        </Radio.Group>
      </Field>
    </StepDialog>
  )
}

function Mergeable({ row }: { row: Answer<typeof listMergeable>['rows'][number] }): ReactNode {
  const { t } = useTranslation('petitions')
  const { id, number, categoryName, placeName, gist, openedAt, followers } = row
  return (
    <Radio value={id}>
      <span className="gz-handler-name">{number}</span>
      <span className="gz-faint">
        {categoryName} · {placeName} · {date(openedAt)}
        {followers > 0 && ` · ${t('merge.followers', { count: followers })}`}
      </span>
      <span className="gz-merge-gist">{gist}</span>
    </Radio>
  )
}
