/** Where a refusal points: a form field, a sheet's row, the clause behind it. */
export interface Whereabouts {
  field?: string
  row?: number
  clause?: string
}

export interface ProblemText {
  zh: string
  en: string
  /** HTTP status; 422 (the request was understood and refused by a rule) when left out. */
  status?: number
}

/**
 * A refusal that a person reads: stable code, one Chinese sentence that says what to do, the same in English.
 * Thrown anywhere below the HTTP door, which turns it into RFC 9457 problem details.
 */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly zh: string
  readonly en: string
  readonly where: Whereabouts
  /** Several faults found at once, each with its own place. */
  readonly others: Refusal[]

  constructor(code: string, text: ProblemText, where: Whereabouts, others: Refusal[] = []) {
    super(`${code}: ${text.en}`)
    this.name = 'Refusal'
    this.code = code
    this.status = text.status ?? 422
    this.zh = text.zh
    this.en = text.en
    this.where = where
    this.others = others
  }
}

/** A word that reads otherwise in each language, such as a role's name. */
export interface Words {
  zh: string
  en: string
}
export type Params = Record<string, string | number | Words>

const fill = (text: string, params: Params, language: keyof Words) =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name] ?? hole
    return typeof value === 'object' ? value[language] : String(value)
  })

/** A module's table of refusals; the returned function makes one, typed by the table's codes. */
export function defineProblems<const T extends Record<string, ProblemText>>(module: string, texts: T) {
  return (code: keyof T & string, params: Params = {}, where: Whereabouts = {}, others: Refusal[] = []) => {
    const text = texts[code] as ProblemText
    const filled = { ...text, zh: fill(text.zh, params, 'zh'), en: fill(text.en, params, 'en') }
    return new Refusal(`${module}.${code}`, filled, where, others)
  }
}
