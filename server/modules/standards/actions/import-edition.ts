import type { Received } from '../../../../contracts/endpoint.ts'
import type { importEdition as contract } from '../../../../contracts/standards/editions.ts'
import { defineAction } from '../../../access/action.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { parseSource } from '../../../rulebook/source-file.ts'
import type { Proposal } from '../../../rulebook/schema/proposal.ts'
import { canonicalJson } from '../../../values/canonical-json.ts'
import { checkDraft, wellFormed } from '../check-draft.ts'
import { edition } from '../policy.ts'
import { refuse } from '../problems.ts'
import type { Draft } from '../rules/change-part.ts'
import { type ChangeLine, saveDraft } from '../storage/editions.ts'
import { editionIn, refuseUnseen } from './open-draft.ts'

type Input = Received<typeof contract>['params'] & Received<typeof contract>['body']

/** 导入: the whole document from a file, as `gongzhi scheme check` reads it; every part that differs is written down. */
export const importEdition = (editions: Editions) =>
  defineAction({
    verb: 'standards.edit-edition',
    on: ({ id }: Input) => ({ resource: edition, id }),
    async run(ctx, { id, text, base }) {
      const draft = await editionIn(ctx, id, ['draft'])
      await refuseUnseen(ctx, draft, base)
      const file = parseSource('', text)
      const [broken] = file.faults
      if (broken) throw refuse('part-faulty', { reason: broken }, { field: 'text' })
      const read = wellFormed(file.data as Proposal)
      const document = { ...read, scheme: { ...read.scheme, status: 'draft' as const } }
      const after: Draft = { document, successors: draft.successors }
      const changes = changesBetween(draft.document, document)
      const version = draft.version + 1
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      if (changes.length > 0) await saveDraft(ctx.db, { id, version }, after, changes, stamp)
      const faults = await checkDraft(ctx.db, editions, { ...draft, ...after })
      const summary = `用文件替换评价标准草稿“${draft.code}”，${changes.length} 处不同`
      const answer = {
        version: changes.length > 0 ? version : draft.version,
        changed: changes.length,
        faults,
      }
      const audit = { resource: edition.name, id, summary, detail: { version, changes } }
      return { answer, audit }
    },
  })

function changesBetween(before: Proposal, after: Proposal): ChangeLine[] {
  const was = partsOf(before)
  const now = partsOf(after)
  const names = [...new Set([...was.keys(), ...now.keys()])]
  return names.flatMap((name): ChangeLine[] => {
    const [earlier, later] = [was.get(name), now.get(name)]
    if (canonicalJson(earlier?.value ?? null) === canonicalJson(later?.value ?? null)) return []
    const { part, key } = (later ?? earlier) as Part
    return [{ part, key, before: earlier?.value ?? null, after: later?.value ?? null }]
  })
}

interface Part {
  part: ChangeLine['part']
  key: string
  value: unknown
}

function partsOf({ scheme, indicators, limits = [] }: Proposal): Map<string, Part> {
  const { tables, ...head } = scheme
  const parts: Part[] = [
    { part: 'scheme', key: '', value: head },
    ...tables.map((value): Part => ({ part: 'table', key: value.id, value })),
    ...indicators.flatMap(({ table, rows }): Part[] => [
      { part: 'order', key: table, value: { rows: rows.map(({ id }) => id) } },
      ...rows.map((value): Part => ({ part: 'row', key: value.id, value: { table, ...value } })),
    ]),
    ...limits.map((value): Part => ({ part: 'limit', key: value.id, value })),
  ]
  return new Map(parts.map((part) => [`${part.part} ${part.key}`, part]))
}
