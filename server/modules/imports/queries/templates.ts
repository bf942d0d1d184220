import type { z } from 'zod'
import type { template } from '../../../../contracts/imports/staff.ts'
import type { Context } from '../../../access/context.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import type { SheetKind } from '../../sheet-kind.ts'
import { kindOf } from '../sheets/kinds.ts'
import { noteOf } from '../sheets/template-workbook.ts'

/** The kinds that the asker's roles may record, as they were declared by their modules. */
export const offeredKinds = (ctx: Context, kinds: readonly SheetKind[]): SheetKind[] =>
  kinds.filter((kind) => ctx.policy.mayAnywhere(ctx.actor, kind.verb))

/** @throws Refusal when there is no such kind, or the asker's roles may not import it */
export function offeredKind(ctx: Context, kinds: readonly SheetKind[], name: string): SheetKind {
  const kind = kindOf(kinds, name)
  if (!ctx.policy.mayAnywhere(ctx.actor, kind.verb))
    throw refuse('not-allowed', { roles: ctx.policy.rolesFor(kind.verb) })
  return kind
}

export const templateOf = ({
  name,
  title,
  titleEn,
  columns,
  reference,
}: SheetKind): z.infer<typeof template> => ({
  kind: name,
  title,
  titleEn,
  columns: columns.map((column) => ({
    key: column.key,
    header: column.header,
    headerEn: column.headerEn,
    required: column.required,
    note: noteOf(column),
    clause: column.clause ?? null,
    example: column.example,
    choices: column.choices?.map((choice) => choice.label) ?? [],
  })),
  reference: reference
    ? {
        title: reference.title,
        headings: [...reference.headings],
        rows: reference.rows.map((row) => [...row]),
      }
    : null,
})
