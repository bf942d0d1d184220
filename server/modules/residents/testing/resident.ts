import type { Answer, Endpoint, Sent } from '../../../../contracts/endpoint.ts'
import type { TestApp } from '../../../platform/testing/app.ts'
import { openResidentSession } from '../storage/sessions.ts'

/** Somebody without an account who has proved a phone, or has not. */
export interface TestResident {
  phone: string
  /** The cookie's; empty for whoever has proved nothing. */
  token: string
  call<E extends Endpoint>(
    endpoint: E,
    sent?: Partial<Sent<E>>,
    address?: string,
  ): Promise<{ status: number; body: Answer<E> }>
}

/** What bounds an address is tried by itself: each call comes from another one. */
let calls = 0
const someAddress = () => `10.${(++calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}`

/** @param token of a browser; '' for a visitor */
export function browserOf(app: TestApp, phone: string, token: string): TestResident {
  return {
    phone,
    token,
    async call(endpoint, sent = {}, address = someAddress()) {
      const {
        params = {},
        query = {},
        body,
      } = sent as { params?: Record<string, string>; query?: Record<string, string>; body?: object }
      const answer = await app.http.inject({
        method: endpoint.method,
        url: endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name]))),
        query,
        headers: { 'x-gongzhi': '1', 'x-forwarded-for': address },
        ...(token ? { cookies: { gongzhi_resident: token } } : {}),
        ...(body ? { payload: body } : {}),
      })
      return { status: answer.statusCode, body: answer.json() }
    },
  }
}

/** A browser in which this phone has been proved already. */
export async function provedResident(app: TestApp, phone: string): Promise<TestResident> {
  const { keys, clock } = app.context
  const session = {
    phone: keys.seal(phone),
    phoneMark: keys.fingerprint(phone),
    at: clock.now().toISOString(),
  }
  return browserOf(app, phone, await openResidentSession(app.database.db, session))
}
