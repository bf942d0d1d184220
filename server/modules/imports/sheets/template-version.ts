import { createHash } from 'node:crypto'
import type { SheetKind } from '../../sheet-kind.ts'

/** The hidden cell of the heading row: the kind, and a version that changes whenever its columns do. */
export function markerOf({ name, columns }: SheetKind): string {
  const text = columns.map((c) => `${c.key}:${c.kind}:${c.header}`).join('|')
  return `gongzhi:${name}:${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}
