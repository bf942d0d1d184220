import type { Context } from '../../../access/context.ts'
import { mailOf } from '../storage/mail.ts'

/** One's own address for notices, opened; nobody else is ever shown it. */
export async function ownMail({ db, actor, keys }: Context): Promise<{ address: string | null }> {
  const sealed = await mailOf(db, actor.id)
  return { address: sealed === null ? null : keys.open(sealed) }
}
