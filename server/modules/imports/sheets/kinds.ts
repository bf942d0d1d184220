import type { SheetKind } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'

/** @throws Refusal naming the known kinds */
export function kindOf(kinds: readonly SheetKind[], name: string): SheetKind {
  const kind = kinds.find((k) => k.name === name)
  if (!kind) throw refuse('kind-unknown', { kind: name, kinds: kinds.map((k) => k.name).join('、') })
  return kind
}
