import { queryOptions } from '@tanstack/react-query'
import { getClaim } from '../../../../contracts/petitions/claims.ts'
import { call } from '../../../api/client.ts'

/** One claim as its page and its dialogs ask for it. */
export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ['petitions-claim', id],
    queryFn: ({ signal }) => call(getClaim, { params: { id } }, { signal }),
  })
