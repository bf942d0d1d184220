import { signIn } from '../../../../contracts/accounts/staff.ts'
import type { Answer, Endpoint, Sent } from '../../../../contracts/endpoint.ts'
import type { TestApp } from '../../../platform/testing/app.ts'

type Reply<E extends Endpoint> = { status: number; body: Answer<E>; code: string | undefined }

/** Somebody's browser: it keeps its cookies and says what it is. */
export interface Browser {
  cookies: Record<string, string>
  signIn(account: string, password: string): Promise<Reply<typeof signIn>>
  call<E extends Endpoint>(endpoint: E, sent?: Partial<Sent<E>>): Promise<Reply<E>>
  /** Follows an address as a link does. @returns status and where it leads on to */
  open(address: string): Promise<{ status: number; location: string }>
}

/** @param from headers that tell of the machine: user-agent, x-forwarded-for */
export function browserOf(app: TestApp, from: Record<string, string> = {}): Browser {
  const cookies: Record<string, string> = {}
  const send = async (method: Endpoint['method'], url: string, payload?: object) => {
    const answer = await app.http.inject({
      method,
      url,
      headers: { 'x-gongzhi': '1', ...from },
      cookies,
      ...(payload ? { payload } : {}),
    })
    for (const { name, value } of answer.cookies) cookies[name] = value
    return answer
  }
  const call: Browser['call'] = async (endpoint, sent = {}) => {
    const { params = {}, body } = sent as { params?: Record<string, string>; body?: object }
    const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
    const answer = await send(endpoint.method, url, body)
    const read = answer.json()
    return { status: answer.statusCode, body: read, code: read.code }
  }
  return {
    cookies,
    call,
    signIn: (account, password) => call(signIn, { body: { account, password } }),
    async open(address) {
      const answer = await send('GET', address)
      return { status: answer.statusCode, location: answer.headers.location ?? '' }
    },
  }
}
