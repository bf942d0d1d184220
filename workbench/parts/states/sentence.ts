import { NoConnection, Problem, StrangeAnswer } from '../../api/problem.ts'
import { useEnglish, useWords } from '../words.ts'

export interface Sentence {
  title: string
  detail: string
  clause: string | null
}

/** Turns whatever was thrown into a short title and one whole sentence in the person's language. */
export function useSentence(): (error: unknown) => Sentence {
  const t = useWords()
  const english = useEnglish()
  return (error) => {
    if (error instanceof Problem) {
      const detail = english ? error.detailEn : error.detail
      const title = t(error.status >= 500 ? 'error.server' : 'error.refused')
      return { title, detail, clause: error.clause ?? null }
    }
    if (error instanceof NoConnection) {
      return { title: t('error.noConnection'), detail: t('error.noConnectionDetail'), clause: null }
    }
    if (error instanceof StrangeAnswer) {
      return {
        title: t('error.server'),
        detail: t('error.strangeDetail', { status: error.status }),
        clause: null,
      }
    }
    return { title: t('error.page'), detail: t('error.pageDetail'), clause: null }
  }
}
