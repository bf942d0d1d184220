import { contentLength } from '../../../../contracts/petitions/public-words.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import type { Db } from '../../../platform/database/database.ts'
import { parseMobile } from '../../../values/phone.ts'
import { fileClaim, filingExpects, sealedPhone } from './file-claim.ts'
import { type KnownClient, placesMeant } from '../storage/clients.ts'
import type { PetitionMeans } from '../means.ts'
import { refuse } from '../system-problems.ts'
import { type Asked, textOf } from '../open311-asked.ts'

export interface Posted {
  asked: Asked
  client: KnownClient
  /** The client's own, where it sends one: the same submission is then one claim however often it arrives. */
  key: string | null
}

/** POST requests: a claim through a system that has a key; whoever reported it is not asked for a code. */
export const postRequest = (means: PetitionMeans) =>
  defineAction({
    verb: 'petitions.file-by-key',
    // The key was checked before; it bounds the claim to its place.
    on: () => 'anywhere' as const,
    expects: filingExpects,
    async run(ctx, { asked, client, key }: Posted) {
      const category = textOf(asked, 'service_code')
      if (category === undefined) throw refuse('service-missing')
      const content = textOf(asked, 'description') ?? ''
      if (content.length < contentLength.least || content.length > contentLength.most)
        throw refuse('description-wrong', contentLength)
      return await fileClaim(ctx, means, {
        channel: 'open311',
        intakeKey: key === null ? null : `open311 ${client.id} ${key}`,
        category,
        placeId: await placeMeant(ctx.db, client, asked),
        spot: (textOf(asked, 'attribute[SPOT]') ?? '').slice(0, 60),
        content,
        reporter: { name: nameOf(asked), phone: phoneOf(ctx, asked), isVerified: false },
        isSealed: false,
        agreesToPublish: false,
        documentIds: [],
        latitude: degrees(asked, 'lat', 90),
        longitude: degrees(asked, 'long', 180),
        isVouchedFor: true,
        isBounded: true,
      })
    },
  })

const nameOf = (asked: Asked): string | null => {
  const name = [textOf(asked, 'last_name'), textOf(asked, 'first_name')].filter(Boolean).join('')
  return name === '' ? null : name.slice(0, 30)
}

function phoneOf(ctx: Context, asked: Asked) {
  const phone = textOf(asked, 'phone')
  if (phone === undefined) return null
  const read = parseMobile(phone)
  if (!read.ok) throw refuse('phone-unreadable')
  return sealedPhone(ctx, read.value)
}

function degrees(asked: Asked, name: string, most: number): number | null {
  const value = Number(textOf(asked, name) ?? Number.NaN)
  return Number.isFinite(value) && Math.abs(value) <= most ? value : null
}

/** By its code, else by a name that only one place under the key's own has. */
async function placeMeant(db: Db, client: KnownClient, asked: Asked): Promise<string> {
  const code = textOf(asked, 'address_id')
  const name = textOf(asked, 'address_string')
  if (code === undefined && name === undefined) throw refuse('place-missing')
  const [only, second] = await placesMeant(
    db,
    client.placeId,
    code === undefined ? { name: name as string } : { code },
  )
  if (!only || second) throw refuse('place-unclear', { address: code ?? name ?? '' })
  return only.id
}
