import { Problem } from '../api/problem.ts'
import type { Language } from '../app/words.ts'

/** What the server says is wrong with one field, in the reader's language; undefined where it says nothing of it. */
export function faultOf(error: unknown, field: string, language: Language): string | undefined {
  if (!(error instanceof Problem)) return undefined
  const found = error.details.errors?.find((fault) => fault.field === field)
  return found && (language === 'en' ? found.detailEn : found.detail)
}
