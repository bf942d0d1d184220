import { queryOptions } from '@tanstack/react-query'
import type { getCertificate } from '../../../contracts/archives/public.ts'
import { archivePaths, plainCode } from '../../../contracts/archives/words.ts'
import type { Answer } from '../../../contracts/endpoint.ts'
import { ask } from '../../api/client.ts'
import { orNone } from '../../api/problem.ts'

export type Certificate = Answer<typeof getCertificate>

/** What a code answers; null where nothing was issued under it. */
export const certificateQuery = (typed: string) =>
  queryOptions({
    queryKey: ['certificate', plainCode(typed)],
    queryFn: (): Promise<Certificate | null> =>
      ask<typeof getCertificate>(archivePaths.certificate, { params: { code: plainCode(typed) } }).catch(
        orNone,
      ),
  })
