import { EyeOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { seeOpened, seeReporter } from '../../../../contracts/petitions/reporters.ts'
import { call } from '../../../api/client.ts'
import { ErrorNote } from '../../../parts/states/ErrorNote.tsx'
import { claimQuery } from './claim-query.ts'

interface ContactProps {
  claimId: string
  purpose: 'visit' | 'handling' | 'review'
  /** The agreed opening by which a sealed reporter may be seen. */
  openingId?: string
}

/** Name and telephone at one press that stands in the audit trail; gone again when the page is left. */
export function Contact({ claimId, purpose, openingId }: ContactProps): ReactNode {
  const { t } = useTranslation('petitions')
  const { data: claim } = useQuery(claimQuery(claimId))
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () =>
      openingId === undefined
        ? call(seeReporter, { params: { id: claimId }, body: { purpose } })
        : call(seeOpened, { params: { id: openingId }, body: {} }),
    gcTime: 0,
  })
  const may = openingId !== undefined || claim?.can['petitions.see-reporter'] === true
  if (data)
    return (
      <p className="gz-contact">
        <strong>{data.name ?? t('reporter.noName')}</strong>
        {data.phone ? <a href={`tel:${data.phone}`}>{data.phone}</a> : <span>{t('reporter.noPhone')}</span>}
      </p>
    )
  if (!claim || (claim.reporter.mask === '' && openingId === undefined)) return null
  return (
    <div className="gz-contact">
      {openingId === undefined && <span className="gz-number">{claim.reporter.mask}</span>}
      {may && (
        <>
          <Button size="small" icon={<EyeOutlined />} loading={isPending} onClick={() => mutate()}>
            {t('reporter.see')}
          </Button>
          <span className="gz-faint">{t('reporter.logged')}</span>
        </>
      )}
      <ErrorNote error={error} />
    </div>
  )
}
