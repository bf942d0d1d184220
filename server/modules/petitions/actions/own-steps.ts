import { shanghaiDay } from '../../../values/days.ts'
import { attachDocuments, documentsOf } from '../../documents/index.ts'
import { mostPhotos } from '../../../../contracts/petitions/public-words.ts'
import { refuse } from '../intake-problems.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import type { ClaimEvent } from '../rules/events.ts'
import { freeUntil, urgedOn } from '../rules/resident-may.ts'
import { countOf } from '../rules/terms.ts'
import { historyOf } from '../storage/claims.ts'
import type { Scene } from './advance.ts'
import { audienceAbove, audienceOf, pageOf } from './audiences.ts'
import { showPapersTo } from './papers.ts'
import { defineStep, type StepInput, type Stepped } from './step.ts'

/** A resident's own hand leaves no account behind. */
const own = (now: string) => ({ at: now, by: null })

const toHandler = ({ filed, claim, before }: Stepped, zh: string, en: string) =>
  [
    {
      to: audienceOf(
        (before.handler.bodyId ?? before.handler.placeId) ? before.handler : claim.handler,
        filed,
      ),
      zh,
      en,
      link: pageOf(filed),
    },
  ].filter(({ to }) => to.length > 0)

interface OwnRating extends StepInput {
  responded: boolean
  solved: boolean
  satisfied: boolean
  note: string
}

/** 响应、解决、满意: before anybody has asked it is the visit itself; a later one counts instead of the earlier. */
export const rateOwn = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.rate-own',
    kind: 'rated',
    decide(_ctx, { claim, now }: Scene, { responded, solved, satisfied, note }: OwnRating): ClaimEvent[] {
      const rating = { responded, solved, satisfied }
      return claim.state === 'reviewed'
        ? [{ kind: 'visited', ...own(now), data: { result: 'reached', rating, note, by: 'reporter' } }]
        : [{ kind: 'rated', ...own(now), data: { rating } }]
    },
    tells: (_ctx, { filed, before }, { solved, satisfied }) =>
      solved && satisfied
        ? []
        : [
            {
              to: audienceAbove(before.handler, filed),
              zh: `诉求 ${filed.number}（${filed.placeName}）反映人评价：${solved ? '已解决' : '没有解决'}、${satisfied ? '满意' : '不满意'}，请核实处理。`,
              en: `The reporter of claim ${filed.number} says it is ${solved ? 'solved' : 'not solved'}; look into it.`,
              link: pageOf(filed),
            },
          ],
  })

/** 申请重办: once freely within the days of the limit; later, or again, with a reason. */
export const reopenOwn = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.reopen-own',
    kind: 'reopened',
    decide(_ctx, { claim, now, reading }: Scene, { reason }: StepInput & { reason: string }) {
      const free = freeUntil(claim, reading)
      const today = shanghaiDay(new Date(now))
      if ((free === null || today > free) && [...reason].length < 4) {
        const days = countOf(reading.limits, 'reopen-days', today)
        throw refuse('reopen-needs-reason', { days }, { field: 'reason', clause: '6.4.3' })
      }
      return [{ kind: 'reopened' as const, ...own(now), data: { reason } }]
    },
    besides: showPapersTo,
    tells: (_ctx, stepped) =>
      toHandler(
        stepped,
        `诉求 ${stepped.filed.number}（${stepped.filed.placeName}）反映人要求重办，请签收。`,
        `Claim ${stepped.filed.number} was reopened by its reporter; sign for it.`,
      ),
  })

/** 撤回. */
export const withdrawOwn = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.withdraw-own',
    kind: 'withdrawn',
    decide: (_ctx, { now }, { reason }: StepInput & { reason: string }) => [
      { kind: 'withdrawn' as const, ...own(now), data: { reason } },
    ],
    tells: (_ctx, stepped) =>
      toHandler(
        stepped,
        `诉求 ${stepped.filed.number}（${stepped.filed.placeName}）已由反映人撤回，不用再办。`,
        `Claim ${stepped.filed.number} was withdrawn by its reporter.`,
      ),
  })

/** 催办: heard once a day. */
export const urgeOwn = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.urge-own',
    kind: 'urged',
    async decide(ctx, { filed, now }, { note }: StepInput & { note: string }) {
      const history = (await historyOf(ctx.db, [filed.id])).get(filed.id) ?? []
      if (urgedOn(history, shanghaiDay(new Date(now)))) throw refuse('urged-lately')
      return [{ kind: 'urged' as const, ...own(now), data: { note } }]
    },
    tells: (_ctx, stepped) =>
      toHandler(
        stepped,
        `诉求 ${stepped.filed.number}（${stepped.filed.placeName}）反映人催办，请尽快办理。`,
        `The reporter of claim ${stepped.filed.number} urges you to act.`,
      ),
  })

/** A remark, with photos. */
export const remarkOwn = (means: PetitionMeans) =>
  defineStep(means, {
    verb: 'petitions.remark-own',
    kind: 'noted',
    decide: (_ctx, { now }, { note, photos }: StepInput & { note: string; photos: readonly string[] }) => [
      {
        kind: 'noted' as const,
        ...own(now),
        data: { note, ...(photos.length > 0 ? { documentIds: photos } : {}) },
      },
    ],
    async besides(ctx, stepped, { photos }) {
      const { id, placeId } = stepped.filed
      if (photos.length === 0) return
      const held = await documentsOf(ctx.db, claimResource.name, [id])
      if (held.length + photos.length > mostPhotos * 2)
        throw refuse('photos-enough', { count: held.length, most: mostPhotos * 2 }, { field: 'photos' })
      await attachDocuments(ctx.db, ctx, {
        ids: photos,
        resource: claimResource.name,
        recordId: id,
        placeId,
        bodyId: null,
      })
      await showPapersTo(ctx, stepped)
    },
    tells: (_ctx, stepped) =>
      toHandler(
        stepped,
        `诉求 ${stepped.filed.number}（${stepped.filed.placeName}）反映人补充了说明。`,
        `The reporter of claim ${stepped.filed.number} has added a remark.`,
      ),
  })
