import { reasonOf, StartFault } from './start-fault.ts'

/** An OpenID Connect provider where people may sign in besides. */
export interface IdentitySettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** As the button calls it. */
  name: string
  /** The claim by which an account is found. */
  claim: string
  /** Values of `amr` or `acr` that say that the provider has asked for a second factor itself. */
  secondFactorWords: string[]
}

/**
 * @param env GONGZHI_OIDC_ISSUER, _CLIENT_ID and _CLIENT_SECRET together; _NAME, _CLAIM and _MFA have defaults
 * @throws StartFault where the three are not whole, or the issuer is neither HTTPS nor on this machine
 */
export function readIdentity(env: Record<string, string | undefined>): { identity?: IdentitySettings } {
  const { GONGZHI_OIDC_ISSUER: issuer, GONGZHI_OIDC_CLIENT_ID: clientId } = env
  const clientSecret = env.GONGZHI_OIDC_CLIENT_SECRET
  if (!issuer && !clientId && !clientSecret) return {}
  try {
    if (!issuer || !clientId || !clientSecret) throw new Error('one of the three is missing')
    const { protocol, hostname } = new URL(issuer)
    const isHere = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
    if (protocol !== 'https:' && !isHere) throw new Error(`${issuer} is not HTTPS`)
    const name = env.GONGZHI_OIDC_NAME || '统一身份认证'
    const words = (env.GONGZHI_OIDC_MFA ?? 'mfa').split(/[\s,]+/).filter((word) => word && word !== 'none')
    const claim = env.GONGZHI_OIDC_CLAIM || 'sub'
    return { identity: { issuer, clientId, clientSecret, name, claim, secondFactorWords: words } }
  } catch (fault) {
    throw new StartFault(
      '统一身份认证用不上：GONGZHI_OIDC_ISSUER、GONGZHI_OIDC_CLIENT_ID、GONGZHI_OIDC_CLIENT_SECRET 要同时给出，ISSUER 须是 https 地址（本机可用 http）。',
      `GONGZHI_OIDC_ISSUER (https), GONGZHI_OIDC_CLIENT_ID and GONGZHI_OIDC_CLIENT_SECRET belong together (${reasonOf(fault)}).`,
    )
  }
}
