import type { Context } from '../../../access/context.ts'
import type { Texting } from '../../../access/tell.ts'
import { followersOf } from '../storage/followers.ts'
import type { Advanced } from './advance.ts'

/**
 * The reporter and everybody who follows hear of it by short message: number and what happened, no words of the claim.
 * @param zh what happened, without the number
 */
export async function textResidents(
  ctx: Context,
  { filed, claim }: Pick<Advanced, 'filed' | 'claim'>,
  zh: string,
): Promise<Texting[]> {
  const phones = [
    ...(filed.reporterPhone ? [filed.reporterPhone] : []),
    ...(await followersOf(ctx.db, filed.id)),
  ]
  return phones.map((phone, i) => ({
    phone,
    zh: `您反映的诉求 ${filed.number} ${zh}`,
    key: `petitions.${filed.id}.${claim.seq}.${i}`,
  }))
}
