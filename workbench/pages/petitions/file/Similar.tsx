import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { listClaims } from '../../../../contracts/petitions/claims.ts'
import { call } from '../../../api/client.ts'
import { date } from '../../../parts/format.ts'
import { Goto } from '../../../parts/Goto.tsx'
import { claimAddress } from '../addresses.ts'
import { ClaimTag } from '../marks/ClaimTag.tsx'

interface SimilarProps {
  placeId: string | undefined
  category: string | undefined
}

/** Open claims of the same matter in the same place, before a second one is filed. */
export function Similar({ placeId, category }: SimilarProps): ReactNode {
  const { t } = useTranslation('petitions')
  const { data } = useQuery({
    queryKey: ['petitions-similar', placeId, category],
    enabled: placeId !== undefined && category !== undefined,
    queryFn: ({ signal }) =>
      call(listClaims, { query: { place: placeId, category, open: 'yes', limit: 5 } }, { signal }),
  })
  if (!data || data.rows.length === 0) return null
  return (
    <Alert
      className="gz-note"
      type="info"
      showIcon
      title={t('file.similar', { count: data.rows.length })}
      description={
        <ul className="gz-similar">
          {data.rows.map(({ id, number, gist, openedAt, state }) => (
            <li key={id}>
              <Goto to={claimAddress(id)}>{number}</Goto> <ClaimTag state={state} />{' '}
              <span className="gz-faint">
                {date(openedAt)} {gist}
              </span>
            </li>
          ))}
        </ul>
      }
    />
  )
}
