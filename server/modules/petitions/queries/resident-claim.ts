import { sql } from 'kysely'
import type { OwnClaim, ResidentClaim } from '../../../../contracts/petitions/own-public.ts'
import type { PublicClaim } from '../../../../contracts/petitions/public.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/problems/platform-problems.ts'
import { documentsOf } from '../../documents/index.ts'
import { residentPhone } from '../../residents/index.ts'
import { readingOf } from '../reading.ts'
import type { PetitionMeans } from '../means.ts'
import { claim as claimResource, proofResource } from '../policy.ts'
import type { Handler, KeptEvent } from '../rules/events.ts'
import { foldEvents } from '../rules/fold.ts'
import { nextStep } from '../rules/next-step.ts'
import { residentMay } from '../rules/resident-may.ts'
import { isForResident, residentWords } from '../rules/resident-words.ts'
import { historyOf } from '../storage/claims.ts'
import { namesOf } from '../storage/names.ts'
import { deadlineShown } from './deadline-shown.ts'
import { holderName } from './own-claims.ts'
import { publicColumns, publicJoins } from './public-state.ts'

type Columns = PublicClaim &
  Pick<
    ResidentClaim,
    'openedAt' | 'level' | 'limitClass' | 'heldBy' | 'ledBy' | 'dueAt' | 'dueProvisional' | 'outcome'
  > &
  Pick<ResidentClaim, 'isOverdue' | 'isSuspended'> &
  Pick<OwnClaim, 'content' | 'spot' | 'sealed'> & {
    id: string
    mark: string | null
    communityName: string | null
  }

async function read(ctx: Context, means: PetitionMeans, number: string) {
  const row = await maybe(
    ctx.db,
    sql<Columns>`SELECT c.id, ${publicColumns}, c.opened_at AS "openedAt", c.level, c.limit_class AS "limitClass",
        ${holderName} AS "heldBy", (SELECT l.name FROM organisations.published_place l WHERE l.id = c.leader_place_id) AS "ledBy",
        c.due_at AS "dueAt", c.due_provisional AS "dueProvisional", c.is_overdue AS "isOverdue", c.is_suspended AS "isSuspended",
        c.outcome, c.content, c.spot, c.identity_sealed AS sealed, c.reporter_phone_mark AS mark,
        (SELECT o.name FROM access.place_reach reach JOIN organisations.published_place o ON o.id = reach.ancestor_id
          AND o.kind = 'community' WHERE reach.place_id = c.place_id) AS "communityName"
      FROM ${publicJoins} WHERE c.number = ${number}`,
  )
  if (!row) throw refuse('not-found')
  const history = (await historyOf(ctx.db, [row.id])).get(row.id) ?? []
  const claim = foldEvents(history, means.limits)
  const reading = await readingOf(ctx, means)
  return { row, history, claim, reading, stated: means.stated }
}

type Read = Awaited<ReturnType<typeof read>>

async function shown(
  ctx: Context,
  { row, history, claim, reading, stated }: Read,
  withPhotos: boolean,
): Promise<ResidentClaim> {
  const names = await namesOf(ctx.db, history)
  const nameOf = ({ bodyId, placeId }: Handler) => names.get(bodyId ?? placeId ?? '') ?? '—'
  const {
    id: _id,
    mark: _mark,
    communityName,
    content: _content,
    spot: _spot,
    sealed: _sealed,
    ...rest
  } = row
  const who = row.heldBy ?? row.ledBy ?? '—'
  const steps = history.filter(isForResident).map((event) => ({
    seq: event.seq,
    at: event.at,
    kind: event.kind,
    ...residentWords(event, nameOf),
    photos: withPhotos ? photosOf(event) : [],
  }))
  return {
    ...rest,
    steps,
    why: deadlineShown(history, claim, reading, stated)?.steps ?? [],
    next: nextStep(claim.state, { who, over: row.ledBy ?? communityName ?? '—', suspended: row.isSuspended }),
  }
}

/** Of an answer, and of what residents add themselves; papers among officials stay with them. */
const photosOf = (event: KeptEvent): string[] =>
  event.kind === 'answered' || event.kind === 'noted' ? [...(event.data.documentIds ?? [])] : []

/** From a link in a short message: nothing of the reporter, nor the words and pictures. */
export async function linkedClaim(
  ctx: Context,
  means: PetitionMeans,
  number: string,
): Promise<ResidentClaim> {
  const found = await shown(ctx, await read(ctx, means, number), false)
  return {
    ...found,
    steps: found.steps.map((step) =>
      step.kind === 'noted' || step.kind === 'urged' ? { ...step, note: '' } : step,
    ),
  }
}

/** One's own claim, or one that the asker follows: then without its words and what its reporter added. */
export async function ownClaim(ctx: Context, means: PetitionMeans, number: string): Promise<OwnClaim> {
  const { mark } = await residentPhone(ctx)
  const found = await read(ctx, means, number)
  const { row, claim, history, reading } = found
  const follows = row.mark !== mark
  const page = follows ? await linkedClaim(ctx, means, number) : await shown(ctx, found, true)
  const pictures = follows ? [] : await picturesOf(ctx, row.id)
  const known = new Set(pictures.map(({ id }) => id))
  const came = new Set(page.steps.flatMap(({ photos }) => photos))
  return {
    ...page,
    steps: page.steps.map((step) => ({ ...step, photos: step.photos.filter((id) => known.has(id)) })),
    follows,
    content: follows ? '' : row.content,
    spot: follows ? '' : row.spot,
    sealed: !follows && row.sealed,
    photos: pictures
      .filter(({ recordedAs, id }) => recordedAs === claimResource.name && !came.has(id))
      .map(({ id }) => id),
    rating: claim.rating,
    may: follows
      ? { rate: false, reopen: false, reopenFreeUntil: null, withdraw: false, urge: false, remark: false }
      : residentMay(claim, history, ctx.clock.now(), reading),
  }
}

async function picturesOf(ctx: Context, id: string) {
  const resources = [claimResource.name, proofResource]
  const all = await Promise.all(
    resources.map(async (resource) =>
      (await documentsOf(ctx.db, resource, [id])).map((one) => ({ ...one, recordedAs: resource })),
    ),
  )
  return all.flat().filter(({ width }) => width !== null)
}
