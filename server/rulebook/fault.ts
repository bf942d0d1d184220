import { faultTexts } from './fault-texts.ts'

/** One thing wrong in the rule-book: where, and what in both languages. Lines count from 1. */
export interface Fault {
  file: string
  line: number
  code: string
  zh: string
  en: string
}

export type FaultParams = Record<string, string | number>

export function makeFault(file: string, line: number, code: string, params: FaultParams = {}): Fault {
  const text = faultTexts[code]
  if (!text) throw new Error(`no text for rule-book fault ${code}`)
  const filled = (pattern: string) =>
    pattern.replace(/\{(\w+)\}/g, (_, name: string) => `${params[name] ?? ''}`)
  return { file, line, code, zh: filled(text.zh), en: filled(text.en) }
}

export function describeFault(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.zh}（${fault.en}）`
}

/** Thrown when the rule-book cannot be trusted; carries every fault found, not only the first. */
export class RulebookError extends Error {
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(
      `规则库有 ${faults.length} 处错误 (${faults.length} faults in the rule-book):\n${faults.map(describeFault).join('\n')}`,
    )
    this.name = 'RulebookError'
    this.faults = faults
  }
}
