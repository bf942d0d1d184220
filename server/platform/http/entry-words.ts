import { z } from 'zod'
import type { Words } from '../problems/refusal.ts'

/** What the contract found at one field, as the HTTP door hands it over. */
interface Finding {
  keyword: string
  message?: string | undefined
  params: Record<string, unknown>
}

/** The library's own words for these name types and patterns that mean nothing to who fills in a form. */
const plain: Record<string, Words> = {
  invalid_type: { zh: '没有填写，或填写的形式不对。', en: 'Missing, or not of the right form.' },
  invalid_format: { zh: '写法不对，请核对。', en: 'Not written in the required form.' },
  custom: { zh: '填写的内容不对，请核对。', en: 'Not a valid entry.' },
}

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** One sentence in each language: the contract's own where it says one (in Chinese), else the library's. */
export function entryWords({ keyword, message = '', params }: Finding): Words {
  const isOurs = /\p{Script=Han}/u.test(message)
  const general = plain[keyword] ?? { zh: said('zh', keyword, params), en: said('en', keyword, params) }
  return isOurs ? { zh: message, en: general.en } : general
}

function said(language: keyof Words, code: string, params: Record<string, unknown>): string {
  const words = locales[language]({ ...params, code, path: [], input: undefined } as z.core.$ZodRawIssue)
  return (typeof words === 'object' ? words?.message : words) ?? plain.custom?.[language] ?? ''
}
