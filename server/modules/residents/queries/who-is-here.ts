import type { Context } from '../../../access/context.ts'
import { maskMobile } from '../../../values/phone.ts'
import { refuse } from '../problems.ts'
import { sealedPhoneOf } from '../storage/sessions.ts'

/** The number that the asker has proved, as it may be shown; null for everybody else. */
export async function shownPhone({ db, actor, keys }: Context): Promise<string | null> {
  const sealed = actor.phoneMark && (await sealedPhoneOf(db, actor.phoneMark))
  return sealed ? maskMobile(keys.open(sealed)) : null
}

/**
 * The phone of whoever asks, sealed, with its fingerprint and mask.
 * @throws Refusal (401) where nobody has proved one
 */
export async function residentPhone({ db, actor, keys }: Context) {
  const sealed = actor.phoneMark && (await sealedPhoneOf(db, actor.phoneMark))
  if (!actor.phoneMark || !sealed) throw refuse('not-proved')
  return { sealed, mark: actor.phoneMark, mask: maskMobile(keys.open(sealed)) }
}
