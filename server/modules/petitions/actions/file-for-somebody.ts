import type { Role } from '../../../../contracts/accounts/words.ts'
import type { Channel } from '../../../../contracts/petitions/words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Actor } from '../../../access/actor.ts'
import { parseMobile } from '../../../values/phone.ts'
import { refuse } from '../intake-problems.ts'
import type { PetitionMeans } from '../means.ts'
import { place } from '../policy.ts'
import { fileClaim, filingExpects, sealedPhone } from './file-claim.ts'

export interface FilingForSomebody {
  key: string
  category: string
  placeId: string
  spot: string
  content: string
  reporterName: string | null
  reporterPhone: string | null
  sealed: boolean
  agreesToPublish: boolean
  documentIds: readonly string[]
  latitude: number | null
  longitude: number | null
}

const channelOf: Partial<Record<Role, Channel>> = {
  committee: 'committee',
  enterprise: 'project',
  'project-head': 'project',
}

/** Through which door somebody with these roles files: whoever holds office does so at the counter. */
function channelFor({ grants }: Actor): Channel {
  const channels = grants.map(({ role }) => channelOf[role])
  return channels.includes(undefined) ? 'counter' : (channels[0] ?? 'counter')
}

/** 窗口、电话登记，项目、业委会登记: for themselves, or for somebody whose name and phone may be left out. */
export const fileForSomebody = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.file',
    on: ({ placeId }: FilingForSomebody) => ({ resource: place, id: placeId, lock: 'none' as const }),
    expects: filingExpects,
    async run(ctx, { key, reporterName: name, reporterPhone, sealed, ...rest }) {
      const read = reporterPhone === null ? undefined : parseMobile(reporterPhone)
      if (read && !read.ok) throw refuse('reporter-phone-unreadable', {}, { field: 'reporterPhone' })
      const phone = read ? sealedPhone(ctx, read.value) : null
      return await fileClaim(ctx, means, {
        ...rest,
        channel: channelFor(ctx.actor),
        intakeKey: `${ctx.actor.id} ${key}`,
        reporter: { name, phone, isVerified: false },
        isSealed: sealed,
        isVouchedFor: true,
        isBounded: false,
      })
    },
  })
