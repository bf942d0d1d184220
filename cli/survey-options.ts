import { Fraction } from '../server/values/fraction.ts'
import { SurveyFault } from './survey-rows.ts'

/** An option's text as a share, above 0 and at most 1 ("0.3", "3/10"). @throws SurveyFault */
export function shareOption(name: string, text: string): Fraction {
  const share = Fraction.find(text)
  if (!share || share.n <= 0n || share.n > share.d)
    throw new SurveyFault(`--${name} 应大于 0、不大于 1（例如 0.3 或 3/10），写的是“${text}”。`)
  return share
}

/** An option's text as a number that passes. @throws SurveyFault saying what it should be */
export function numberOption(
  name: string,
  text: string,
  passes: (value: number) => boolean,
  should: string,
): number {
  const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!passes(value)) throw new SurveyFault(`--${name} ${should}，写的是“${text}”。`)
  return value
}

export const levelOption = (text: string): number =>
  numberOption('level', text, (level) => level > 0 && level < 1, '应在 0 与 1 之间（例如 0.95）')

/** An option that must be there. @throws SurveyFault */
export function given(name: string, text: string | undefined): string {
  if (text === undefined || text.trim() === '')
    throw new SurveyFault(`请用 --${name} 写明${meant[name] ?? ''}。`)
  return text
}

const meant: Record<string, string> = {
  frame: '抽样框文件',
  seed: '种子',
  file: '答卷文件',
  value: '要推断的列',
  denominator: '比率的分母列',
  'post-heads': '事后分层各格的业主人数列',
}
