import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { IdentitySettings } from '../../platform/identity-settings.ts'

/** What must be the same when somebody comes back. */
export interface Pledge {
  state: string
  nonce: string
  verifier: string
}

export interface Identity {
  issuer: string
  subject: string
  idToken: string
  provedSecondFactor: boolean
}

/** Seconds that the provider may take for an answer. */
const patience = 10
const isLoopback = (issuer: string) => /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/.test(issuer)

/** The identity provider of an installation; asked what it offers when it is first needed, and again after a failure. */
export class IdentityProvider {
  readonly name: string
  readonly issuer: string
  readonly #options: IdentitySettings
  #known: Promise<Configuration> | undefined

  constructor(options: IdentitySettings) {
    this.#options = options
    this.name = options.name
    this.issuer = options.issuer
  }

  #configuration(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#options
    this.#known ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: patience,
      // Plain HTTP never leaves this machine.
      ...(isLoopback(issuer) ? { execute: [allowInsecureRequests] } : {}),
    }).catch((fault: unknown) => {
      this.#known = undefined
      throw fault
    })
    return this.#known
  }

  /** Where to send the browser: authorisation code with PKCE, state and nonce. @throws when the provider does not answer as one */
  async wayThere(callback: string): Promise<{ address: string; pledge: Pledge }> {
    const configuration = await this.#configuration()
    const pledge = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: 'openid profile email',
      state: pledge.state,
      nonce: pledge.nonce,
      code_challenge: await calculatePKCECodeChallenge(pledge.verifier),
      code_challenge_method: 'S256',
    })
    return { address: address.href, pledge }
  }

  /**
   * Who has come back. @param address the whole address, with what the provider put into it
   * @throws when code, state, nonce, issuer or signature are not what they must be, or the claim is missing
   */
  async whoCameBack(address: string, { state, nonce, verifier }: Pledge): Promise<Identity> {
    const configuration = await this.#configuration()
    const tokens = await authorizationCodeGrant(configuration, new URL(address), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims || !tokens.id_token) throw new Error('the identity provider sent no ID token')
    const subject =
      claims[this.#options.claim] ?? (await this.#told(configuration, tokens.access_token, claims.sub))
    if (typeof subject !== 'string' || subject === '')
      throw new Error(`the identity provider sent no claim ${this.#options.claim}`)
    const said = [claims.amr, claims.acr].flat().map(String)
    return {
      issuer: this.issuer,
      subject,
      idToken: tokens.id_token,
      provedSecondFactor: this.#options.secondFactorWords.some((word) => said.includes(word)),
    }
  }

  /** Many providers put all but `sub` behind a second question. */
  async #told(configuration: Configuration, accessToken: string, sub: string): Promise<unknown> {
    if (!configuration.serverMetadata().userinfo_endpoint) return undefined
    return (await fetchUserInfo(configuration, accessToken, sub))[this.#options.claim]
  }

  /** Where signing out there is done; null when the provider has no such page, or is away. */
  async wayOut(idToken: string, back: string): Promise<string | null> {
    try {
      const configuration = await this.#configuration()
      if (!configuration.serverMetadata().end_session_endpoint) return null
      return buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: back })
        .href
    } catch {
      return null
    }
  }
}
