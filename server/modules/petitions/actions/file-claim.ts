import { v7 as uuid } from 'uuid'
import type { Channel, LimitClass } from '../../../../contracts/petitions/words.ts'
import type { Told } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { AuditLine } from '../../../platform/audit/record.ts'
import { inOrder } from '../../../values/canonical-json.ts'
import { shanghaiDay } from '../../../values/days.ts'
import { maskMobile } from '../../../values/phone.ts'
import { attachDocuments } from '../../documents/index.ts'
import { maskName } from '../../organisations/index.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource } from '../policy.ts'
import { refuse } from '../intake-problems.ts'
import { type Claim, unborn } from '../rules/claim.ts'
import type { KeptEvent } from '../rules/events.ts'
import { follow } from '../rules/fold.ts'
import { arrival, isDanger } from '../rules/intake.ts'
import { countOf } from '../rules/terms.ts'
import type { Filed } from '../storage/claims.ts'
import {
  type FiledBefore,
  filedUnder,
  holdReporter,
  type IntakeScene,
  insertClaim,
  intakeKeyIsTaken,
  intakeScene,
} from '../storage/intake.ts'
import { project } from '../storage/project.ts'
import { readingOf } from '../reading.ts'
import { showPapersTo } from './papers.ts'
import { tellFiled } from './tell-filed.ts'

/** A claim as any door hands it in. */
export interface Filing {
  channel: Channel
  /** What the sender chose, so that one submission is one claim however often it arrives. */
  intakeKey: string | null
  category: string
  placeId: string
  /** Building, entrance, floor. */
  spot: string
  content: string
  reporter: {
    name: string | null
    /** Sealed, with its fingerprint and mask. */
    phone: { sealed: string; mark: string; mask: string } | null
    isVerified: boolean
  }
  isSealed: boolean
  agreesToPublish: boolean
  documentIds: readonly string[]
  latitude: number | null
  longitude: number | null
  /** Taken in and routed at once; otherwise it waits for an official. */
  isVouchedFor: boolean
  /** Most claims a day count for this phone. */
  isBounded: boolean
}

export interface FiledClaim {
  id: string
  number: string
  /** False where the same submission had arrived before. */
  isNew: boolean
  /** 110, 119 and 120 come first. */
  danger: boolean
}

/** What an action of intake leaves. */
export interface FilingDone extends Told {
  answer: FiledClaim
  audit: AuditLine
}

/** Actions that file a claim take this for granted, and are asked again where it does not hold (`Action.expects`). */
export const filingExpects = intakeKeyIsTaken

/**
 * Files a claim inside an action's transaction: the row, what happens to it at once (taken in, sent to whoever answers
 * for it, or found to be nobody's), its papers, the audit line and whom it is told to. Every channel comes through here.
 * @throws Refusal when place or category will not do, the phone has filed enough today, or the key stands for another claim
 */
export async function fileClaim(ctx: Context, means: PetitionMeans, filing: Filing): Promise<FilingDone> {
  const mac = filing.intakeKey === null ? null : ctx.keys.mac(contentsOf(filing))
  if (filing.intakeKey !== null && !ctx.expects) {
    const before = await filedUnder(ctx.db, filing.intakeKey)
    if (before && !(mac && before.mac?.equals(mac))) throw refuse('intake-key-used')
    if (before) return again(before)
  }
  const now = ctx.clock.now()
  const at = now.toISOString()
  const mark = filing.reporter.phone?.mark ?? null
  if (filing.isBounded && mark !== null) await holdReporter(ctx.db, mark)
  const day = shanghaiDay(now)
  const scene = await intakeScene(ctx.db, { ...filing, phoneMark: filing.isBounded ? mark : null }, day)
  const judged = judge(filing, scene, countOf(means.limits, 'daily-claims', day))
  const id = uuid()
  const number = `SQ${day.replaceAll('-', '')}-${String(judged.serial).padStart(6, '0')}`
  const events = arrival({ ...filing, ...judged, at, by: ctx.actor.id })
  const { claim, kept } = toldInOrder(events, means)
  const reading = await readingOf(ctx, means)
  await insertClaim(
    ctx.db,
    {
      id,
      number,
      channel: filing.channel,
      intake_key: filing.intakeKey,
      intake_mac: mac?.toString('hex') ?? null,
      category: filing.category,
      of_property: judged.ofProperty,
      of_sanitation: judged.ofSanitation,
      about_firm: judged.routing.aboutFirm,
      place_id: filing.placeId,
      provider_id: judged.routing.firmId,
      spot: filing.spot,
      content: filing.content,
      ...reporterOf(ctx, filing),
      identity_sealed: filing.isSealed,
      filed_by: ctx.actor.id,
      agrees_to_publish: filing.agreesToPublish,
      latitude: filing.latitude,
      longitude: filing.longitude,
      opened_at: at,
    },
    project(claim, reading),
    kept,
  )
  const filed: Filed = {
    id,
    number,
    channel: filing.channel,
    category: filing.category,
    placeId: filing.placeId,
    placeName: judged.placeName,
    providerId: judged.routing.firmId,
    aboutFirm: judged.routing.aboutFirm,
    identitySealed: filing.isSealed,
    reporterPhone: filing.reporter.phone?.sealed ?? null,
    reporterPhoneMark: mark,
    leadId: null,
    openedAt: at,
  }
  await attachPapers(ctx, filing.documentIds, filed, claim)
  return {
    answer: { id, number, isNew: true, danger: isDanger(judged.limitClass) },
    audit: {
      resource: claimResource.name,
      id,
      summary: `登记诉求 ${number}（${judged.placeName} ${judged.categoryName}）`,
      detail: { channel: filing.channel, category: filing.category, state: claim.state },
    },
    ...tellFiled(ctx, means, {
      filed,
      claim,
      placeCode: judged.placeCode,
      categoryName: judged.categoryName,
    }),
  }
}

const again = ({ id, number, limitClass }: FiledBefore): FilingDone => ({
  answer: { id, number, isNew: false, danger: isDanger(limitClass) },
  audit: { resource: claimResource.name, id, summary: `重复提交的诉求 ${number}，未另行登记` },
})

/** What makes two submissions under one key the same. */
const contentsOf = ({
  channel,
  category,
  placeId,
  spot,
  content,
  reporter,
  isSealed,
  documentIds,
}: Filing): string =>
  JSON.stringify(
    inOrder({
      channel,
      category,
      placeId,
      spot,
      content,
      name: reporter.name,
      phone: reporter.phone?.mark ?? null,
      isSealed,
      documents: [...documentIds].sort(),
    }),
  )

/** @throws Refusal in words that say what to do */
function judge(
  { isBounded }: Filing,
  scene: IntakeScene | undefined,
  mostADay: number,
): IntakeScene & { limitClass: LimitClass } {
  if (!scene) throw refuse('place-or-category-unknown', {}, { field: 'placeId' })
  if (scene.placeEnded)
    throw scene.communityName === null
      ? refuse('place-gone', { name: scene.placeName }, { field: 'placeId' })
      : refuse(
          'place-dissolved',
          { name: scene.placeName, community: scene.communityName },
          { field: 'placeId' },
        )
  if (scene.categoryShut) throw refuse('category-shut', { name: scene.categoryName }, { field: 'category' })
  if (isBounded && scene.claimsToday >= mostADay) throw refuse('too-many-today', { most: mostADay })
  return scene
}

function toldInOrder(events: ReturnType<typeof arrival>, { limits }: PetitionMeans) {
  let claim: Claim = unborn
  const kept: KeptEvent[] = []
  for (const event of events) {
    claim = follow(claim, event, limits)
    kept.push({ ...event, seq: claim.seq })
  }
  return { claim, kept }
}

function reporterOf({ keys }: Context, { reporter: { name, phone, isVerified } }: Filing) {
  return {
    reporter_name: name === null ? null : keys.seal(name),
    reporter_phone: phone?.sealed ?? null,
    reporter_phone_mark: phone?.mark ?? null,
    reporter_mask: [name === null ? '' : maskName(name), phone?.mask ?? ''].filter(Boolean).join(' '),
    phone_verified: phone !== null && isVerified,
  }
}

async function attachPapers(ctx: Context, ids: readonly string[], filed: Filed, claim: Claim): Promise<void> {
  if (ids.length === 0) return
  const { id: recordId, placeId } = filed
  await attachDocuments(ctx.db, ctx, { ids, resource: claimResource.name, recordId, placeId, bodyId: null })
  await showPapersTo(ctx, { filed, claim })
}

/** A phone as a filing carries it. @param digits eleven */
export const sealedPhone = ({ keys }: Pick<Context, 'keys'>, digits: string) => ({
  sealed: keys.seal(digits),
  mark: keys.fingerprint(digits),
  mask: maskMobile(digits),
})
