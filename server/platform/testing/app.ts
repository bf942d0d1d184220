import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beginEnrolment, confirmEnrolment } from '../../../contracts/accounts/second-factor.ts'
import type { Role } from '../../../contracts/accounts/words.ts'
import type { Answer, Endpoint, Sent } from '../../../contracts/endpoint.ts'
import type { Actor } from '../../access/actor.ts'
import type { Context } from '../../access/context.ts'
import { type App, type AppOptions, buildApp, city } from '../../app.ts'
import { insertGrants } from '../../access/grants.ts'
import { insertAccount } from '../../modules/accounts/index.ts'
import { cityRoot } from '../../modules/organisations/index.ts'
import { sealFileIn } from '../audit/seal-file.ts'
import { type Clock, fixedClock } from '../clock/clock.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { type Keys, openKeys } from '../keys/keys.ts'
import { codeAt } from './authenticator.ts'
import { scratchDatabase } from './scratch.ts'

/** A whole server on a database of its own, spoken to over HTTP (injected, no port). */
export interface TestApp extends App {
  database: Database
  cityId: string
  /** The last seal of the trail, as the server would keep it. */
  sealFile: string
  /** Where uploaded files lie. */
  dataFolder: string
  /** The role that owns the tables, for what the application itself cannot do. */
  migratorUrl: string
  /** Makes an account with these roles and signs it in; administrators enrol their second factor. */
  person(...grants: { role: Role; placeId?: string; bodyId?: string }[]): Promise<Person>
  close(): Promise<void>
}

export interface Person {
  id: string
  account: string
  /** The session's, for requests that are not JSON. */
  token: string
  /** Shared with the authenticator; empty where none was asked for. */
  secret: string
  /** Calls an endpoint as this person. @returns status and parsed body */
  call<E extends Endpoint>(
    endpoint: E,
    sent?: Partial<Sent<E>>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Answer<E> }>
  /** The same person for code below the HTTP door. */
  ctx(): Promise<Context>
}

export const testPassword = 'Correct-Horse-9'

let count = 0

export async function testApp(
  options: { clock?: Clock; keys?: Keys; settings?: Partial<AppOptions> } = {},
): Promise<TestApp> {
  const scratch = await scratchDatabase()
  const database = openDatabase(scratch.appUrl, 6)
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongzhi-data-'))
  const keys = options.keys ?? openKeys(join(dataFolder, 'keys.json'))
  const clock = options.clock ?? fixedClock('2026-11-23T09:00:00+08:00')
  const app = await buildApp({
    database,
    keys,
    clock,
    demo: false,
    dataFolder,
    // A test that lets a term run out says when the clocks are looked at.
    sweepEveryMs: null,
    ...options.settings,
  })
  const cityId = await cityRoot(database.db, city)

  const person: TestApp['person'] = async (...grants) => {
    const account = `tester${++count}`
    const now = clock.now().toISOString()
    const id = await insertAccount(
      database.db,
      {
        account,
        displayName: `测试${count}`,
        password: testPassword,
        mustChangePassword: false,
        homePlaceId: null,
      },
      now,
    )
    await insertGrants(database.db, id, grants, null, '2020-01-01')
    const { actorOf } = await import('../../modules/accounts/index.ts')
    const signedIn = await app.http.inject({
      method: 'POST',
      url: '/api/accounts/session',
      headers: { 'x-gongzhi': '1' },
      payload: { account, password: testPassword },
    })
    const token = String(signedIn.cookies[0]?.value)
    const { hold } = signedIn.json<{ hold: string | null }>()
    const self: Person = {
      id,
      account,
      token,
      secret: '',
      async call(endpoint, sent = {}, headers = {}) {
        const {
          params = {},
          query = {},
          body,
        } = sent as { params?: Record<string, string>; query?: Record<string, string>; body?: object }
        const url = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
          encodeURIComponent(String(params[name])),
        )
        const response = await app.http.inject({
          method: endpoint.method,
          url,
          query,
          headers: { 'x-gongzhi': '1', ...headers },
          cookies: { gongzhi_session: token },
          ...(body ? { payload: body } : {}),
        })
        return { status: response.statusCode, body: response.json() }
      },
      async ctx() {
        const actor = (await actorOf(database.db, token, clock.now(), clock.today())) as Actor
        return { ...app.context, actor }
      },
    }
    return hold === 'enrol' ? await enrolled(self, clock) : self
  }
  return {
    ...app,
    database,
    cityId,
    sealFile: sealFileIn(dataFolder),
    dataFolder,
    migratorUrl: scratch.migratorUrl,
    person,
    async close() {
      await app.http.close()
      await database.close()
      await scratch.drop()
    },
  }
}

/** With an authenticator, as everybody does whose role asks for one. */
/** The same person with an authenticator, whose code the session has shown. */
export async function enrolled(person: Person, clock: Clock): Promise<Person> {
  const { secret } = (await person.call(beginEnrolment, { body: {} })).body
  const done = await person.call(confirmEnrolment, { body: { code: codeAt(secret, clock.now()) } })
  if (done.status !== 200) throw new Error(`${person.account} cannot enrol: ${JSON.stringify(done.body)}`)
  return { ...person, secret }
}
