import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { words } from '../../../../contracts/organisations/words.ts'
import { refuse as refusePlatform } from '../../../platform/problems/platform-problems.ts'
import { addDays } from '../../../values/days.ts'
import { post } from '../policy.ts'
import { refuse } from '../problems.ts'
import { type Post, type PostFields, postById, updatePosts } from '../storage/posts.ts'

async function current(ctx: Context, id: string, version: number): Promise<Post> {
  const known = await postById(ctx.db, id)
  if (known.version !== version) throw refusePlatform('changed-meanwhile')
  return known
}

const fieldsOf = ({ to, partyStatus, attestedBy, attestedOn }: Post): PostFields => ({
  to,
  partyStatus,
  attestedBy,
  attestedOn,
})

interface Ending {
  id: string
  lastDay: string
  version: number
}

/** 离任: the post's last day. */
export const endPost = defineAction({
  verb: 'organisations.end-post',
  on: ({ id }: Ending) => ({ resource: post, id }),
  async run(ctx, { id, lastDay, version }) {
    const known = await current(ctx, id, version)
    if (lastDay < known.from) throw refuse('post-over', { from: known.from }, { field: 'lastDay' })
    await updatePosts(ctx.db, [{ id, ...fieldsOf(known), to: addDays(lastDay, 1) }])
    const summary = `${words.postRole[known.role]} 离任于 ${lastDay}`
    return {
      answer: { version: version + 1 },
      audit: { resource: post.name, id, summary, detail: { before: known.to, lastDay } },
    }
  },
})

interface Attestation extends Omit<PostFields, 'to'> {
  id: string
  version: number
}

/** The Party organisation attests, or with the person's consent withdrawn takes back, the Party status. */
export const attestPost = defineAction({
  verb: 'organisations.attest-party-status',
  on: ({ id }: Attestation) => ({ resource: post, id }),
  async run(ctx, { id, version, partyStatus, attestedBy, attestedOn }) {
    const known = await current(ctx, id, version)
    if (partyStatus !== null && !(attestedBy && attestedOn))
      throw refuse('attestation-needed', {}, { field: 'attestedBy' })
    if (attestedOn !== null && attestedOn > ctx.clock.today())
      throw refuse('day-in-future', { day: attestedOn }, { field: 'attestedOn' })
    const next =
      partyStatus === null
        ? { partyStatus, attestedBy: null, attestedOn: null }
        : { partyStatus, attestedBy, attestedOn }
    await updatePosts(ctx.db, [{ id, to: known.to, ...next }])
    // Party status is personal: the trail keeps it sealed.
    const detail = {
      sealed: ctx.keys.seal(JSON.stringify({ before: known.partyStatus, after: partyStatus })),
      attestedBy: next.attestedBy,
    }
    const summary = partyStatus === null ? '撤回政治面貌确认' : '确认政治面貌'
    return { answer: { version: version + 1 }, audit: { resource: post.name, id, summary, detail } }
  },
})
