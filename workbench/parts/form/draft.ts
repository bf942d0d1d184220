import { recall, remember } from '../../app/remember.ts'

/** What somebody typed and has not yet sent, with the moment it was kept (ISO instant). */
export interface Draft {
  at: string
  values: Record<string, unknown>
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    typeof value.at === 'string' &&
    'values' in value &&
    typeof value.values === 'object' &&
    value.values !== null
  )
}

/** One draft per form and account: two people at one desk never meet each other's. */
export function draftKey(accountId: string, form: string): string {
  return `draft:${accountId}:${form}`
}

/** The draft kept for this form, or null; a damaged one counts as none. */
export function findDraft(key: string): Draft | null {
  try {
    const found: unknown = JSON.parse(recall(key) ?? 'null')
    return isDraft(found) ? found : null
  } catch {
    return null
  }
}

/** Keeps what can be kept as text; files and passwords must not be handed in. False when the browser keeps nothing. */
export function keepDraft(key: string, values: Record<string, unknown>, now: Date): boolean {
  return remember(key, JSON.stringify({ at: now.toISOString(), values }))
}

export function dropDraft(key: string): void {
  remember(key, null)
}
