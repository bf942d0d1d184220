import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../../contracts/endpoint.ts'
import { type ImportRun, listTemplates } from '../../../contracts/imports/staff.ts'
import { call } from '../../api/client.ts'

export type Template = Answer<typeof listTemplates>['rows'][number]

/** The kinds of sheet this person may import; they change with the release only. */
export const templatesQuery = queryOptions({
  queryKey: ['imports', 'templates'],
  queryFn: ({ signal }) => call(listTemplates, {}, { signal }),
  staleTime: 5 * 60_000,
})

/** What the kind of a run is called in the language shown; one that may no longer be imported keeps its Chinese name. */
export function useKindTitle(): (run: ImportRun) => string {
  const english = useTranslation('imports').i18n.language === 'en'
  const { data } = useQuery(templatesQuery)
  return ({ kind, kindTitle }) =>
    (english && data?.rows.find((template) => template.kind === kind)?.titleEn) || kindTitle
}
