import type { Answer } from '../../../contracts/endpoint.ts'
import type { getDraft } from '../../../contracts/standards/editions.ts'
import type { Context } from '../../access/context.ts'
import type { Editions, Rulebook } from '../../rulebook/load.ts'
import { limitsOf } from '../../rulebook/edition.ts'
import type { Proposal } from '../../rulebook/schema/proposal.ts'
import { checkDraft } from './check-draft.ts'
import { draftById } from './queries/drafts.ts'
import { valueOn } from './rules/copy-edition.ts'

/** A draft with what is wrong with it, and the facts and limits that its rows may read. @throws 404 */
export async function draftPage(
  ctx: Context,
  editions: Editions,
  id: string,
): Promise<Answer<typeof getDraft>> {
  const draft = await draftById(ctx, id)
  const base = await editions.rulebookOf(draft.basedOn)
  // What is published was sound when it was published, and never changes.
  const faults = draft.state === 'published' ? [] : await checkDraft(ctx.db, editions, draft)
  const facts = Object.values(base.facts).map(
    ({ id: fact, title, titleEn, shape, subjects, provenance }) => ({
      id: fact,
      title,
      titleEn,
      shape,
      subjects: [...subjects],
      provenance,
    }),
  )
  const { document, successors, ...shown } = draft
  return {
    ...shown,
    document: { ...document },
    successors: [...successors],
    faults,
    facts,
    limits: limitsIn(document, base),
  }
}

function limitsIn(document: Proposal, base: Rulebook): Answer<typeof getDraft>['limits'] {
  const users = new Map<string, string[]>()
  for (const row of document.indicators.flatMap(({ rows }) => rows))
    for (const [, limit] of limitsOf(row)) users.set(limit, [...(users.get(limit) ?? []), row.id])
  const own = new Map((document.limits ?? []).map((limit) => [limit.id, limit]))
  const { from } = document.scheme
  return Object.values(base.limits).map((standing) => {
    const { id, title, titleEn, clause, unit, undecided } = standing
    const before = valueOn(standing, from) ?? ''
    const value = valueOn(own.get(id), from) ?? before
    return { id, title, titleEn, clause, unit, undecided, value, base: before, usedBy: users.get(id) ?? [] }
  })
}
