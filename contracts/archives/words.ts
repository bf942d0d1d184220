/** No schema library in here: the public's phone loads this file. */

/** 评价结果通知书, of every subject; 星级证书, of projects with stars. */
export const paperKinds = ['notice', 'star'] as const
export type PaperKind = (typeof paperKinds)[number]
export const paperNames: Record<PaperKind, { zh: string; en: string }> = {
  notice: { zh: '评价结果通知书', en: 'Result notice' },
  star: { zh: '星级证书', en: 'Star certificate' },
}

export const paperForms = ['pdf', 'docx'] as const
export type PaperForm = (typeof paperForms)[number]

/** What a whole round can be printed of in one go. */
export const batchContents = ['notice', 'star', 'table'] as const
export type BatchContent = (typeof batchContents)[number]

/** A code without letters that are mistaken for digits or for each other (Crockford's base 32). */
export const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 12

/** A code as it is kept: blanks and dashes left out, what is easily misread put right. */
export const plainCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

/** A code as it is printed: XXXX-XXXX-XXXX. */
export const printedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** Where the public checks a code. */
export const verifyPath = (code: string): string => `/public/verify/${printedCode(code)}`

export const archivePaths = {
  certificate: '/api/archives/public/certificates/:code',
  rounds: '/api/archives/public/rounds',
  resultsJson: '/api/archives/public/rounds/:id/results.json',
  resultsCsv: '/api/archives/public/rounds/:id/results.csv',
  rowsCsv: '/api/archives/public/rounds/:id/rows.csv',
  dictionary: '/api/archives/public/dictionary.json',
} as const
