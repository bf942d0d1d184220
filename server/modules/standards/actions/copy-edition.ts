import { v7 as uuid } from 'uuid'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { copyEdition as contract } from '../../../../contracts/standards/editions.ts'
import { defineAction } from '../../../access/action.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { edition, rulebook, rulebookId } from '../policy.ts'
import { refuse } from '../problems.ts'
import { copyOf } from '../rules/copy-edition.ts'
import { insertEdition } from '../storage/editions.ts'

const yearsAhead = 5

/** 新建草稿: next year's edition begins as a copy of a published one. */
export const copyEdition = (editions: Editions) =>
  defineAction({
    verb: 'standards.edit-edition',
    on: (_: Received<typeof contract>['body']) => ({
      resource: rulebook,
      id: rulebookId,
      lock: 'none' as const,
    }),
    async run(ctx, { basedOn, ...copied }) {
      const base = await editions.find(basedOn)
      if (!base) throw refuse('edition-unknown', { id: basedOn }, { field: 'basedOn' })
      if (await editions.find(copied.code))
        throw refuse('code-taken', { code: copied.code }, { field: 'code' })
      // This year's rounds may have begun: the editor is told what that costs when rows are dropped.
      const least = Number(ctx.clock.today().slice(0, 4))
      const most = least + yearsAhead
      if (copied.fromYear < least || copied.fromYear > most)
        throw refuse('year-outside', { least, most }, { field: 'fromYear' })
      const id = uuid()
      const document = copyOf(base, editions.shipped, basedOn, copied)
      const stamp = { by: ctx.actor.id, at: ctx.clock.now().toISOString() }
      await insertEdition(ctx.db, { id, code: copied.code, basedOn, document }, stamp)
      const summary = `以“${basedOn}”为底本新建评价标准草稿“${copied.title}”`
      return {
        answer: { id },
        audit: { resource: edition.name, id, summary, detail: { basedOn, ...copied } },
      }
    },
  })
