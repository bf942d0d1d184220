import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A real OpenID Connect provider on this machine, at whose door somebody stands. */
export interface IdentityHouse {
  issuer: string
  /** Who signs in there next; null cancels. */
  guest: { subject: string; staffNumber?: string; amr?: string[] } | null
  /** Takes the application in whose callback this is. */
  admit(callback: string): void
  close(): Promise<void>
}

export const client = { clientId: 'gongzhi', clientSecret: 'a-secret-of-this-test-alone' }

export async function identityHouse(): Promise<IdentityHouse> {
  let provider: Provider | undefined
  const staff = new Map<string, string>()
  const server = createServer((request, response) => {
    if (!provider) return void response.writeHead(503).end()
    if (request.url?.startsWith('/interaction/')) return void welcome(provider, request, response)
    void provider.callback()(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const house: IdentityHouse = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    guest: null,
    admit(callback) {
      provider = providerFor(house.issuer, callback, staff)
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return house

  /** What its sign-in page would do with what was typed. */
  async function welcome(at: Provider, request: IncomingMessage, response: ServerResponse) {
    const { guest } = house
    if (!guest) return await at.interactionFinished(request, response, { error: 'access_denied' })
    if (guest.staffNumber) staff.set(guest.subject, guest.staffNumber)
    const login = { accountId: guest.subject, ...(guest.amr ? { amr: guest.amr } : {}) }
    await at.interactionFinished(request, response, { login })
  }
}

function providerFor(issuer: string, callback: string, staff: ReadonlyMap<string, string>): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [callback],
        post_logout_redirect_uris: [new URL('/sign-in', callback).href],
      },
    ],
    claims: { openid: ['sub', 'amr'], profile: ['staff_number'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['a key of this test alone'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, staff_number: staff.get(accountId) }),
    }),
    // Consent is the city's own affair between two of its systems.
    async loadExistingGrant(ctx) {
      const { oidc } = ctx
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
}
