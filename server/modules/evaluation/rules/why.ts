import type { EditionRow } from '../../../rulebook/edition.ts'
import { Fraction } from '../../../values/fraction.ts'
import type { RowScore } from './score-subject.ts'
import {
  AVERAGED,
  COMPARATORS,
  GOT,
  PROVISIONAL,
  REWEIGHTED,
  type Sentence,
  UNITS,
  WEIGHTED,
  WHY,
} from './why-texts.ts'

type Language = 'zh' | 'en'
type Exact = Fraction | string

/** What a sentence needs of a row's score; fractions may come back from storage as exact text. */
export type ExplainedScore = Pick<RowScore, 'reason' | 'state'> &
  Record<'points' | 'max' | 'earned' | 'printed', Exact>

/**
 * Why a row has its points, as one sentence in each language. Rounds for display only: points to two places,
 * shares to one place of a percent, or further where rounding would hide which side of a limit they are on.
 */
export function why(score: ExplainedScore, row: EditionRow): Sentence {
  return { zh: explain(score, row, 'zh'), en: explain(score, row, 'en') }
}

function explain(score: ExplainedScore, row: EditionRow, language: Language): string {
  const earned = exact(score.earned)
  const numbers = {
    points: earned.toFixed(2),
    printed: exact(score.printed).toDecimal(2),
    max: exact(score.max).toDecimal(2),
    counted: exact(score.points).toFixed(2),
    taken: earned.negate().toDecimal(2),
  }
  const holes = { ...score.reason.params, ...numbers, ...phrases(score, row, language) }
  const got = fill(GOT[language], holes)
  const averaged = score.reason.params.readings === undefined ? '' : fill(mean(score, language), holes)
  const sentence = averaged + fill(WHY[score.reason.code][language], { ...holes, got })
  const changed = !exact(score.points).equals(earned)
  return changed ? sentence + fill(REWEIGHTED[language], holes) : sentence
}

const mean = ({ reason }: ExplainedScore, language: Language): string =>
  (reason.params.weighted === undefined ? AVERAGED : WEIGHTED)[language]

function phrases(score: ExplainedScore, row: EditionRow, language: Language): Record<string, string> {
  const { params, code } = score.reason
  const { factDefinition: fact, gateDefinition: gate } = row
  const inChinese = language === 'zh'
  const title = inChinese ? (fact?.title ?? row.indicator) : (fact?.titleEn ?? row.indicatorEn)
  const unit = UNITS[fact?.unit ?? '']?.[language] ?? ''
  const amount = (text: string | undefined) => (text === undefined ? '' : exact(text).toDecimal(4) + unit)
  const undecided = Object.values(row.figures).some((f) => f.undecided)
  return {
    title,
    quoted: innerQuotes(title),
    gate: innerQuotes((inChinese ? gate?.title : gate?.titleEn) ?? params.gate ?? ''),
    quantity: quantity(params, row, unit, language),
    comparator: COMPARATORS[params.comparator ?? '']?.[language] ?? '',
    limit: limit(params.limit, row, unit),
    full: code === 'ratio' && params.limit ? fullMark(limit(params.limit, row, unit), language) : '',
    value: amount(params.value),
    target: amount(params.target),
    met: params.met ? exact(params.met).toDecimal(2) : '',
    of: params.of ? exact(params.of).toDecimal(2) : '',
    mean: params.mean ? exact(params.mean).toDecimal(2) : '',
    share: params.share ? roundPercent(params.share) : '',
    grade: grade(params.name, language),
    tier: tier(params, row, unit, language),
    provisional: undecided ? PROVISIONAL[language] : '',
  }
}

function quantity(
  params: Readonly<Record<string, string>>,
  row: EditionRow,
  unit: string,
  language: Language,
): string {
  const { numerator, denominator, value, name } = params
  if (name !== undefined) return language === 'zh' ? `“${name}”` : `"${name}"`
  if (numerator === undefined || denominator === undefined) {
    if (value === undefined) return ''
    return isShare(row) ? percent(exact(value), params.limit) : exact(value).toDecimal(4) + unit
  }
  const n = exact(numerator).toDecimal(4)
  const d = exact(denominator).toDecimal(4)
  const share = `${n}/${d}＝${percent(exact(numerator).div(exact(denominator)), params.limit)}`
  const parts = row.factDefinition?.unit === 'months' || row.factDefinition?.unit === 'persons'
  if (!parts) return language === 'zh' ? share : share.replace('＝', ' = ')
  return language === 'zh'
    ? `${d}${unit}中有${n}${unit}，${share}`
    : `${n} of ${d}${unit}, ${share.replace('＝', ' = ')}`
}

/** Levels are shown by name, shares as percent, all else as a number with its unit. */
function limit(text: string | undefined, row: EditionRow, unit: string): string {
  if (text === undefined) return ''
  const value = exact(text)
  const named = Object.entries(row.factDefinition?.levels ?? {}).find(([, v]) =>
    Fraction.parse(v).equals(value),
  )
  if (named) return named[0]
  return isShare(row) ? roundPercent(text) : value.toDecimal(4) + unit
}

function isShare(row: EditionRow): boolean {
  const shape = row.factDefinition?.shape
  return shape === 'ratio' || shape === 'checklist' || row.figures.limit?.unit === 'share'
}

/** 75.0%; with more places where one place would read like the limit and it is not the limit. */
function percent(share: Fraction, beside?: string): string {
  const text = (f: Fraction, places: number) => `${f.mul(Fraction.HUNDRED).toFixed(places)}%`
  const other = beside === undefined ? undefined : exact(beside)
  if (other === undefined) return text(share, 1)
  for (const places of [1, 2, 4]) {
    if (share.equals(other) || text(share, places) !== text(other, places)) return text(share, places)
  }
  return text(share, 8)
}

function fullMark(limitText: string, language: Language): string {
  return language === 'zh' ? `，达到${limitText}即满分` : ` where ${limitText} is full`
}

function grade(name: string | undefined, language: Language): string {
  if (name === undefined) return language === 'zh' ? '各次评分取平均' : 'the mean of the grades'
  return language === 'zh' ? `评为“${name}”` : `graded "${name}"`
}

function tier(
  params: Readonly<Record<string, string>>,
  row: EditionRow,
  unit: string,
  language: Language,
): string {
  const { tier: name, name: level } = params
  if (name === undefined) return ''
  const tiers = row.mechanism === 'tiers' ? row.parameters.tiers : []
  const inEnglish = tiers.find((t) => t.name === name)?.nameEn ?? name
  const said = language === 'zh' ? `“${name}”` : `"${inEnglish}"`
  if (level === name) return said
  const given = quantity(params, row, unit, language)
  return language === 'zh' ? `${given}，属${said}一档` : `${given}, tier ${said}`
}

/** 75%, 62.5%: a figure of the papers, which needs no fixed places. */
function roundPercent(share: string): string {
  return `${exact(share).mul(Fraction.HUNDRED).toDecimal(2)}%`
}

/** Quotation marks inside quotation marks are single. */
function innerQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’')
}

function exact(value: Exact): Fraction {
  return typeof value === 'string' ? Fraction.parse(value) : value
}

function fill(pattern: string, holes: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, hole: string) => holes[hole] ?? '')
}
