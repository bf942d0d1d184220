import { setTimeout as pause } from 'node:timers/promises'
import { beginEnrolment, confirmEnrolment } from '../../contracts/accounts/second-factor.ts'
import { type Me, signIn } from '../../contracts/accounts/staff.ts'
import type { Answer, Endpoint, Sent } from '../../contracts/endpoint.ts'
import { codeAt } from '../../server/platform/testing/authenticator.ts'
import type { ServerProcess } from './server-process.ts'

export interface Reply<E extends Endpoint> {
  status: number
  body: Answer<E>
  /** The answer as it came over the wire. */
  text: string
  /** The stable code of a refusal. */
  code: string | undefined
}

type Parts = { params?: Record<string, string>; query?: Record<string, unknown>; body?: object }

/** Somebody who is signed in and speaks HTTP, as a browser does. The session outlives a killed server. */
export class Person {
  readonly account: string
  readonly #server: ServerProcess
  #cookie = ''
  /** Enrolled here; another signing-in would ask for codes. */
  hasAuthenticator = false

  constructor(server: ServerProcess, account: string) {
    this.#server = server
    this.account = account
  }

  /** `name=value`, for a browser that goes on as this person. */
  get cookie(): string {
    return this.#cookie
  }

  /** Administrators show their second factor too, enrolling it at the first sign-in. @throws when the password is not taken */
  async signIn(password: string): Promise<this> {
    const answer = await this.#send(signIn, { body: { account: this.account, password } })
    if (!answer.ok) throw new Error(`${this.account} cannot sign in: ${await answer.text()}`)
    this.#cookie = String(answer.headers.get('set-cookie')).split(';')[0] ?? ''
    const { hold } = (await answer.json()) as Me
    if (hold === 'enrol') await this.#enrol()
    return this
  }

  async #enrol(): Promise<void> {
    const { body } = await this.call(beginEnrolment, { body: {} })
    const done = await this.call(confirmEnrolment, { body: { code: codeAt(body.secret, new Date()) } })
    if (done.status !== 200) throw new Error(`${this.account} cannot enrol: ${done.text}`)
    this.hasAuthenticator = true
  }

  /** One request. @throws when the connection breaks: what became of it is then unknown */
  async call<E extends Endpoint>(endpoint: E, sent: Partial<Sent<E>> = {}, key?: string): Promise<Reply<E>> {
    return await read<E>(await this.#send(endpoint, sent, key))
  }

  /** Sends until there is an answer other than “busy”, always with the same key: what a person's page does after a lost answer. */
  async insist<E extends Endpoint>(endpoint: E, sent: Partial<Sent<E>>, key: string): Promise<Reply<E>> {
    const giveUp = Date.now() + 60_000
    for (;;) {
      try {
        const reply = await this.call(endpoint, sent, key)
        if (reply.status !== 503) return reply
      } catch (fault) {
        if (Date.now() > giveUp) throw fault
      }
      await pause(50)
    }
  }

  /** Uploads one file as the page does. */
  async upload(path: string, name: string, content: string): Promise<Reply<Endpoint>> {
    const form = new FormData()
    form.append('file', new Blob([content]), name)
    const headers = { 'x-gongzhi': '1', cookie: this.#cookie }
    return await read(await fetch(this.#server.address + path, { method: 'POST', headers, body: form }))
  }

  #send(endpoint: Endpoint, sent: object, key?: string): Promise<Response> {
    const { params = {}, query = {}, body } = sent as Parts
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
    return fetch(`${this.#server.address}${path}?${search}`, {
      method: endpoint.method,
      headers: {
        'x-gongzhi': '1',
        cookie: this.#cookie,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': encodeURIComponent(key) } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }
}

async function read<E extends Endpoint>(answer: Response): Promise<Reply<E>> {
  const text = await answer.text()
  const body = JSON.parse(text) as Answer<E>
  return { status: answer.status, body, text, code: (body as { code?: string }).code }
}
