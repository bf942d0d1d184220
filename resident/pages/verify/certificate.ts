import { queryOptions } from '@tanstack/react-query'
import { NoAnswer, readProblem } from '../../api/problem.ts'

/** What a certificate's code answers. */
export interface Certificate {
  code: string
  subjectName: string
  year: number
  roundName: string
  band: string | null
  total: string | null
  rank: number | null
  issuedAt: string
  /** A correction came after it: the certificate holds no longer. */
  state: 'valid' | 'replaced'
  /** The result's page, where it is shown. */
  roundId: string | null
  subjectId: string | null
}

/** Codes are typed by hand, too: blanks and small letters do not matter. */
export const tidyCode = (typed: string): string => typed.replace(/\s+/g, '').toUpperCase()

export const certificateQuery = (code: string) =>
  queryOptions({
    queryKey: ['certificate', code],
    queryFn: async (): Promise<Certificate | null> => {
      const response = await fetch(`/api/archives/public/certificates/${encodeURIComponent(code)}`).catch(
        () => {
          throw new NoAnswer(0)
        },
      )
      if (response.status === 404 || response.status === 400) return null
      if (!response.ok) throw await readProblem(response)
      return response.json()
    },
  })
