import { defineAction } from '../../../access/action.ts'
import { residentPhone } from '../../residents/index.ts'
import type { PetitionMeans } from '../means.ts'

import { fileClaim, filingExpects } from './file-claim.ts'

export interface OwnFiling {
  key: string
  category: string
  placeId: string
  spot: string
  content: string
  name: string | null
  forRelative: boolean
  sealed: boolean
  agreesToPublish: boolean
  photos: readonly string[]
  latitude: number | null
  longitude: number | null
}

/** 居民网上反映: by whoever has proved a phone, for himself or for somebody of the family. */
export const fileOwn = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.file-own',
    // What is known of the place is said in words, not by a bare 404; the verb bounds nobody to a place.
    on: () => 'anywhere' as const,
    expects: filingExpects,
    async run(ctx, { key, name, forRelative, sealed, photos, ...rest }: OwnFiling) {
      const phone = await residentPhone(ctx)
      return await fileClaim(ctx, means, {
        ...rest,
        channel: forRelative ? 'relative' : 'resident',
        // Another phone's key is another key.
        intakeKey: `${phone.mark} ${key}`,
        reporter: { name, phone, isVerified: true },
        isSealed: sealed,
        documentIds: photos,
        isVouchedFor: true,
        isBounded: true,
      })
    },
  })
