import { createHash } from 'node:crypto'
import type { Received } from '../../../../contracts/endpoint.ts'
import type { settleEdition as settling } from '../../../../contracts/standards/editions.ts'
import type { EditionState } from '../../../../contracts/standards/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Editions } from '../../../rulebook/load.ts'
import { canonicalJson } from '../../../values/canonical-json.ts'
import { checkDraft } from '../check-draft.ts'
import { edition } from '../policy.ts'
import { refuse } from '../problems.ts'
import { hasHand, moveEdition, type StoredEdition } from '../storage/editions.ts'
import { editionIn, refuseUnseen } from './open-draft.ts'

/** What settling an edition works with. */
export interface Desk {
  editions: Editions
  /** The city: who may approve holds the role there. */
  cityId(ctx: Context): Promise<string>
}

const stampOf = (ctx: Context) => ({ by: ctx.actor.id, at: ctx.clock.now().toISOString() })
const linkOf = (id: string) => `/standards/drafts/${id}`
const moved = (state: EditionState) => ({ state })

async function mustBeSound(ctx: Context, editions: Editions, draft: StoredEdition): Promise<void> {
  const faults = await checkDraft(ctx.db, editions, draft)
  const [first] = faults
  if (!first) return
  const named = { zh: `${first.key} ${first.detail}`.trim(), en: `${first.key} ${first.detailEn}`.trim() }
  throw refuse(
    'edition-faulty',
    { count: faults.length, first: named },
    {},
    faults.map((fault) =>
      refuse(
        'part-faulty',
        { reason: { zh: fault.detail, en: fault.detailEn } },
        { field: `${fault.part} ${fault.key}` },
      ),
    ),
  )
}

/** 提交批准: a draft that passes every check waits for another person. */
export const submitEdition = ({ editions, cityId }: Desk) =>
  defineAction({
    verb: 'standards.edit-edition',
    on: ({ id }: { id: string; base: number }) => ({ resource: edition, id }),
    async run(ctx, { id, base }) {
      const draft = await editionIn(ctx, id, ['draft'])
      await refuseUnseen(ctx, draft, base)
      await mustBeSound(ctx, editions, draft)
      await moveEdition(ctx.db, id, { state: 'submitted' }, stampOf(ctx))
      const { title, titleEn } = draft.document.scheme
      return {
        answer: moved('submitted'),
        audit: {
          resource: edition.name,
          id,
          summary: `提交评价标准“${title}”请求批准`,
          detail: { version: draft.version },
        },
        tells: [
          {
            to: [{ placeId: await cityId(ctx), roles: ['city-official'], reach: 'at' }],
            zh: `评价标准“${title}”等待批准：由没有改过它的人办理。`,
            en: `The edition ${titleEn} waits for approval by somebody who did not change it.`,
            link: linkOf(id),
          },
        ],
      }
    },
  })

type Settling = Received<typeof settling>['params'] & Received<typeof settling>['body']

/** 批准发布 or 退回: by a person who had no hand in it. From then on the edition never changes. */
export const settleEdition = ({ editions, cityId }: Desk) =>
  defineAction({
    verb: 'standards.approve-edition',
    on: ({ id }: Settling) => ({ resource: edition, id }),
    async run(ctx, { id, ...decided }: Settling) {
      const draft = await editionIn(ctx, id, ['submitted'])
      if (await hasHand(ctx.db, id, ctx.actor.id)) throw refuse('same-person')
      const { title, titleEn } = draft.document.scheme
      const back = { accountId: draft.submittedBy ?? '' }
      if (decided.outcome === 'returned') {
        const { reason } = decided
        await moveEdition(ctx.db, id, { state: 'draft', note: reason }, stampOf(ctx))
        const zh = `评价标准“${title}”已退回修改：${reason}`
        return {
          answer: moved('draft'),
          audit: { resource: edition.name, id, summary: `退回评价标准“${title}”`, detail: { reason } },
          tells: [
            { to: [back], zh, en: `The edition ${titleEn} was sent back: ${reason}`, link: linkOf(id) },
          ],
        }
      }
      // What was recorded since it was submitted may stand against it now.
      await mustBeSound(ctx, editions, draft)
      const scheme = { ...draft.document.scheme, status: 'published' as const }
      const document = { ...draft.document, scheme }
      const sha256 = createHash('sha256').update(canonicalJson(document)).digest('hex')
      await moveEdition(ctx.db, id, { state: 'published', document, sha256 }, stampOf(ctx))
      const everybody = {
        placeId: await cityId(ctx),
        roles: ['city-official', 'district-official'],
        reach: 'below',
      } as const
      const zh = `评价标准“${title}”已发布，自 ${scheme.from} 起可用于新开的轮次。`
      const en = `The edition ${titleEn} is published, for rounds from ${scheme.from} on.`
      const summary = `批准并发布评价标准“${title}”`
      return {
        answer: moved('published'),
        audit: {
          resource: edition.name,
          id,
          summary,
          detail: { code: draft.code, version: draft.version, sha256 },
        },
        tells: [{ to: [everybody, back], zh, en, link: linkOf(id), key: `edition-${id}` }],
      }
    },
  })

/** 撤销: a draft that is wanted no more; what was written stays readable. */
export const withdrawEdition = defineAction({
  verb: 'standards.edit-edition',
  on: ({ id }: { id: string; reason: string }) => ({ resource: edition, id }),
  async run(ctx, { id, reason }) {
    const draft = await editionIn(ctx, id, ['draft', 'submitted'])
    await moveEdition(ctx.db, id, { state: 'withdrawn', note: reason }, stampOf(ctx))
    const summary = `撤销评价标准草稿“${draft.document.scheme.title}”`
    return { answer: moved('withdrawn'), audit: { resource: edition.name, id, summary, detail: { reason } } }
  },
})
