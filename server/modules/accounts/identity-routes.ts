import * as contract from '../../../contracts/accounts/identity.ts'
import { sessionCookie } from '../../access/door.ts'
import { type RawExchange, type Route, route } from '../../access/route.ts'
import { comeBack, goToProvider, type WhyNot } from './actions/identity.ts'
import type { IdentityProvider } from './identity-provider.ts'

/** Holds the secret that ties a return from the identity provider to the browser that went there. */
const browserCookie = 'gongzhi_identity'
const minutes = 10 * 60
const limited = { perMinute: 120 }

const callbackOf = (raw: RawExchange) => new URL(contract.fromIdentityProvider.path, raw.asked()).href

/** Back to the sign-in page, which has a sentence for each reason. */
const turnAway = (raw: RawExchange, whyNot: WhyNot) => raw.redirect(`/sign-in?refused=${whyNot}`)

/** An address of ours; anything that could lead to another site becomes the first page. */
const safe = (back: string | undefined) =>
  back !== undefined && /^\/(?![/\\])\P{Cc}*$/u.test(back) && !back.startsWith('/api/') ? back : '/'

/** Sign-in at an identity provider (OpenID Connect): the browser goes there and comes back. */
export const identityRoutes = (provider: IdentityProvider | undefined): Route[] => [
  route(
    contract.toIdentityProvider,
    async ({ query, ctx, raw }) => {
      if (!provider) return turnAway(raw, 'off')
      const gone = await goToProvider(ctx, provider, { callback: callbackOf(raw), back: safe(query.back) })
      if ('whyNot' in gone) return turnAway(raw, gone.whyNot)
      raw.setCookie(browserCookie, gone.browser, { maxAgeSeconds: minutes })
      raw.redirect(gone.address)
    },
    limited,
  ),
  route(
    contract.fromIdentityProvider,
    async ({ ctx, raw }) => {
      if (!provider) return turnAway(raw, 'off')
      const { userAgent, address } = raw
      const asked = new URL(raw.asked().search, callbackOf(raw)).href
      const browser = raw.cookie(browserCookie) ?? ''
      const came = await comeBack(ctx, provider, {
        address: asked,
        browser,
        entrance: { userAgent, address },
      })
      raw.clearCookie(browserCookie)
      if ('whyNot' in came) return turnAway(raw, came.whyNot)
      raw.setCookie(sessionCookie, came.token)
      raw.redirect(came.back)
    },
    limited,
  ),
]
