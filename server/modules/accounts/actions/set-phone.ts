import { defineAction } from '../../../access/action.ts'
import { parseMobile } from '../../../values/phone.ts'
import { account } from '../policy.ts'
import { refuse } from '../problems.ts'
import { keepPhone } from '../storage/phones.ts'

/** @returns 11 digits, or null where none was given. @throws when it is no mobile number */
export function phoneDigits(entered: string | null | undefined): string | null {
  if (!entered) return null
  const read = parseMobile(entered)
  if (!read.ok) throw refuse('phone-unreadable', { phone: entered }, { field: 'phone' })
  return read.value
}

/** 登记手机号: posts on record under the same number bind the account from then on (A.1.4). The trail bears the mask alone. */
export const setPhone = defineAction({
  verb: 'accounts.set-phone',
  on: ({ id }: { id: string; phone: string | null }) => ({ resource: account, id }),
  async run(ctx, { id, phone }) {
    const phoneMask = await keepPhone(ctx.db, ctx.keys, id, phoneDigits(phone))
    const summary = phoneMask === null ? '清除账号持有人的手机号' : `登记账号持有人的手机号 ${phoneMask}`
    return { answer: { phoneMask }, audit: { resource: account.name, id, summary } }
  },
})
