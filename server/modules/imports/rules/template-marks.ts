import { createHash } from 'node:crypto'
import type { Column, SheetKind } from '../../sheet-kind.ts'

/** Heading of the last column a person sees; nothing below it is imported. */
export const remarkHeader = '说明（不导入）'
/** Heading of the column that a sheet of bad rows has besides; a corrected sheet may keep it. */
export const reasonHeader = '原因'
/** Stands in the example row's remark, so that the row is known even where it was not removed. */
export const exampleMark = '示例行（导入前请删除，系统会跳过）'

/** Changes whenever the columns do, so that an old template can be told from the running one. */
export const templateVersion = (columns: readonly Column[]): string =>
  createHash('sha256')
    .update(columns.map((c) => `${c.key}:${c.kind}:${c.header}`).join('|'))
    .digest('hex')
    .slice(0, 8)

/** The hidden cell of the heading row that says which template a file was made from. */
export const markerOf = (kind: SheetKind): string => `gongzhi:${kind.name}:${templateVersion(kind.columns)}`

/** @returns the kind's name, or undefined when the text is no marker */
export const kindOfMarker = (text: string): string | undefined => /^gongzhi:([a-z0-9-]+):[0-9a-f]{8}$/.exec(text.trim())?.[1]
