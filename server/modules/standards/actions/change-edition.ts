import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type { changeEdition as contract } from '../../../../contracts/standards/editions.ts'
import { defineAction, type Done } from '../../../access/action.ts'
import { canonicalJson } from '../../../values/canonical-json.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { checkDraft, wellFormed } from '../check-draft.ts'
import { edition } from '../policy.ts'
import { refuse } from '../problems.ts'
import { changed, partOf } from '../rules/change-part.ts'
import { changeSince, saveDraft } from '../storage/editions.ts'
import { editionIn } from './open-draft.ts'

type Input = Received<typeof contract>['params'] & Received<typeof contract>['body']

const mostCharacters = 20_000

/**
 * Changes one part of a draft. Of two who edit the same part the second is told what the first made of it, and decides;
 * different parts never stand in each other's way.
 */
export const changeEdition = (editions: Editions) =>
  defineAction({
    verb: 'standards.edit-edition',
    on: ({ id }: Input) => ({ resource: edition, id }),
    async run(ctx, { id, part, key, base, value }): Promise<Done<Answer<typeof contract>>> {
      if (JSON.stringify(value).length > mostCharacters)
        throw refuse('part-too-long', { most: mostCharacters }, { field: 'value' })
      const draft = await editionIn(ctx, id, ['draft'])
      const standing = await editions.rulebookOf(draft.basedOn)
      const before = partOf(draft, standing, { part, key })
      const audit = { resource: edition.name, id }
      const other = await changeSince(ctx.db, id, { part, key, base })
      if (other && other.byId !== ctx.actor.id && canonicalJson(before) !== canonicalJson(value)) {
        const { version, by, at } = other
        const answer: Answer<typeof contract> = { outcome: 'conflict', version, by, at, theirs: before }
        const summary = `修改“${draft.code}”的 ${key || part} 时发现他人已改，未保存`
        return { answer, audit: { ...audit, summary, detail: { part, key, version } } }
      }
      const after = changed(draft, standing, { part, key, value })
      const sound = { ...after, document: wellFormed(after.document) }
      const keyAfter = part === 'row' && typeof value?.id === 'string' ? value.id : key
      const now = partOf(sound, standing, { part, key: keyAfter })
      const version = draft.version + 1
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      await saveDraft(ctx.db, { id, version }, sound, [{ part, key, before, after: now }], stamp)
      const faults = await checkDraft(ctx.db, editions, { ...draft, ...sound })
      const answer: Answer<typeof contract> = { outcome: 'saved', version, faults }
      const summary = `修改评价标准草稿“${draft.code}”的 ${key || part}`
      return { answer, audit: { ...audit, summary, detail: { part, key, version, before, after: now } } }
    },
  })
