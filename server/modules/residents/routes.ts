import * as contract from '../../../contracts/residents/public.ts'
import { residentCookie } from '../../access/door.ts'
import { type Route, route } from '../../access/route.ts'
import { endOwnSession, longestSessionSeconds } from './actions/end-session.ts'
import { provePhone } from './actions/prove-phone.ts'
import { sendCode } from './actions/send-code.ts'
import { refuse } from './problems.ts'
import { shownPhone } from './queries/who-is-here.ts'

export interface ResidentsOptions {
  demo: boolean
  /** Whether short messages leave this installation, or lie in the demonstration's inbox. */
  sendsTexts: boolean
}

const asking = { perMinute: 20 }
const guessing = { perMinute: 30 }
const reading = { perMinute: 600 }

export const routes = ({ demo, sendsTexts }: ResidentsOptions): Route[] => [
  route(
    contract.sendCode,
    ({ body, perform, raw }) => {
      if (!sendsTexts) throw refuse('no-texts')
      return perform(sendCode, { ...body, address: raw.address })
    },
    asking,
  ),
  route(
    contract.provePhone,
    async ({ body, ctx, raw }) => {
      const { token, phone } = await provePhone(ctx, body)
      raw.setCookie(residentCookie, token, { maxAgeSeconds: longestSessionSeconds })
      return { phone }
    },
    guessing,
  ),
  route(
    contract.whoIsHere,
    async ({ ctx }) => ({ phone: await shownPhone(ctx), demo, sendsCodes: sendsTexts }),
    reading,
  ),
  route(contract.endResidentSession, async ({ ctx, raw }) => {
    const token = raw.cookie(residentCookie)
    if (token) await endOwnSession(ctx, token)
    raw.clearCookie(residentCookie)
    return { ended: true as const }
  }),
]
