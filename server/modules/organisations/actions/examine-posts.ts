import { type PostRole, wordOf } from '../../../../contracts/organisations/words.ts'
import type { Context } from '../../../access/context.ts'
import { permitted } from '../../../access/guard.ts'
import { contains } from '../../../values/days.ts'
import { parseMobile } from '../../../values/phone.ts'
import { type Examined, fault, optionalText, sound, text } from '../../sheet-rows.ts'
import { body } from '../policy.ts'
import { refuse } from '../problems.ts'
import { bodiesInstead, needsCompound } from '../rules/post-roles.ts'
import type { Body } from '../storage/bodies.ts'
import { contractsOf } from '../storage/contracts.ts'
import type { Place } from '../storage/places.ts'
import type { Post, PostFields } from '../storage/posts.ts'
import { endOf, examinePast, examineTerm } from './examine-days.ts'

export const verb = 'organisations.record-posts'

/** Blank cells say nothing: they neither reopen a post that ended nor take back what was attested. */
export function fieldsOf(row: Examined, known: Post | PostFields | undefined): PostFields {
  const stated = optionalText(row, 'partyStatus') !== null
  return {
    to: endOf(row) ?? known?.to ?? null,
    partyStatus: stated
      ? (text(row, 'partyStatus') as PostFields['partyStatus'])
      : (known?.partyStatus ?? null),
    attestedBy: stated ? text(row, 'attestedBy') : (known?.attestedBy ?? null),
    attestedOn: stated ? text(row, 'attestedOn') : (known?.attestedOn ?? null),
  }
}

export function phoneOf(row: Examined): string | null {
  const read = parseMobile(text(row, 'phone'))
  return read.ok ? read.value : null
}

export function examineRow(ctx: Context, row: Examined) {
  examineTerm(row)
  examinePast(ctx, row, 'attestedOn')
  const phone = optionalText(row, 'phone')
  if (phone !== null && phoneOf(row) === null) fault(row, 'phone', refuse('phone-unreadable', { phone }))
  if (needsCompound(text(row, 'role') as PostRole) && !optionalText(row, 'compound'))
    fault(row, 'compound', refuse('compound-needed'))
  if (
    optionalText(row, 'partyStatus') &&
    !(optionalText(row, 'attestedBy') && optionalText(row, 'attestedOn'))
  )
    fault(row, 'attestedBy', refuse('attestation-needed'))
}

export function examineRole(row: Examined, where: Body | undefined) {
  const role = text(row, 'role') as PostRole
  const instead = where && bodiesInstead(role, where.kind)
  if (instead)
    fault(
      row,
      'role',
      refuse('role-body', {
        role: wordOf('postRole', role),
        expected: {
          zh: instead.map((kind) => wordOf('bodyKind', kind).zh).join('、'),
          en: instead.map((kind) => wordOf('bodyKind', kind).en).join(' or '),
        },
        name: where.name,
      }),
    )
}

/**
 * Every post needs the right on its body; one in a project also that on the compound, which was asked already. The
 * right on the compound alone would let a firm seat members in the committee that grades it.
 */
export async function examineReach(ctx: Context, rows: Examined[], bodies: Map<number, Body>) {
  const asked = rows.filter((row) => bodies.has(row.row))
  const reached = await permitted(
    ctx,
    verb,
    body,
    asked.map((row) => bodies.get(row.row)?.id ?? ''),
  )
  for (const row of asked) {
    const where = bodies.get(row.row) as Body
    if (!reached.has(where.id)) fault(row, 'body', refuse('body-out-of-reach', { name: where.name }))
  }
}

export async function examineProviders(
  ctx: Context,
  rows: Examined[],
  compounds: Map<number, Place>,
  bodies: Map<number, Body>,
) {
  const contracts = Map.groupBy(
    await contractsOf(
      ctx.db,
      [...compounds.values()].map((c) => c.id),
    ),
    (c) => c.compoundId,
  )
  for (const row of rows) {
    const project = compounds.get(row.row)
    const where = bodies.get(row.row)
    if (!project || !where || where.placeId === project.id) continue
    const day = text(row, 'from')
    const serves = (contracts.get(project.id) ?? []).some(
      (c) => c.providerId === where.id && (contains(c, day) || c.from >= day),
    )
    if (!serves) fault(row, 'compound', refuse('not-provider', { body: where.name, day, name: project.name }))
  }
}

export async function examineAttestations(
  ctx: Context,
  rows: Examined[],
  knownOf: (row: Examined) => Post | undefined,
  bodies: Map<number, Body>,
) {
  const changed = rows.filter((row) => {
    const known = knownOf(row)
    const next = fieldsOf(row, known)
    return (
      sound(row) &&
      (next.partyStatus !== (known?.partyStatus ?? null) ||
        next.attestedBy !== (known?.attestedBy ?? null) ||
        next.attestedOn !== (known?.attestedOn ?? null))
    )
  })
  const may = await permitted(
    ctx,
    'organisations.attest-party-status',
    body,
    changed.map((row) => bodies.get(row.row)?.id ?? ''),
  )
  for (const row of changed)
    if (!may.has(bodies.get(row.row)?.id ?? '')) fault(row, 'partyStatus', refuse('attestation-not-allowed'))
}
