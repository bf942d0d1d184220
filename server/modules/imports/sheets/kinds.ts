import type { SheetKind } from '../../sheet-kind.ts'
import { refuse } from '../problems.ts'

/** By its name or by its Chinese title. @throws Refusal naming the known kinds */
export function kindOf(kinds: readonly SheetKind[], name: string): SheetKind {
  const kind = kinds.find((k) => k.name === name || k.title === name)
  if (!kind)
    throw refuse('kind-unknown', {
      kind: name,
      kinds: kinds.map((k) => `${k.title}（${k.name}）`).join('、'),
    })
  return kind
}
