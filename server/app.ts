import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoor } from './access/door.ts'
import type { Context } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { accountsModule, actorOf, actorOfAccount } from './modules/accounts/index.ts'
import { auditTrailModule } from './modules/audit-trail/index.ts'
import { type Engine, evaluationModule, settleAbandoned } from './modules/evaluation/index.ts'
import { type ImportsModule, importsModule } from './modules/imports/index.ts'
import type { Module } from './modules/module.ts'
import { cityRoot, organisationsModule } from './modules/organisations/index.ts'
import { partyOrganisationsModule } from './modules/party-organisations/index.ts'
import { standardsModule } from './modules/standards/index.ts'
import { worklistModule } from './modules/worklist/index.ts'
import { sealFileIn } from './platform/audit/seal-file.ts'
import type { Clock } from './platform/clock/clock.ts'
import type { Database } from './platform/database/database.ts'
import { httpServer } from './platform/http/server.ts'
import { serveSites } from './platform/http/sites.ts'
import type { Keys } from './platform/keys/keys.ts'
import { limitAt, loadRulebook } from './rulebook/load.ts'
import { calendarOf } from './values/working-days.ts'

export interface AppOptions {
  database: Database
  keys: Keys
  clock: Clock
  demo: boolean
  /** Uploaded files lie below it. */
  dataFolder: string
  /** What GET /healthz tells besides that the server answers. */
  health?: () => Record<string, unknown>
  tls?: { cert: Buffer; key: Buffer }
  log?: { level: string }
}

/** The city that this installation serves; its six digits root every code below. */
export const city = { code: '150200000000', name: '包头市', validFrom: '2020-01-01' }

export interface App {
  http: FastifyInstance
  modules: readonly Module[]
  /** Everything but the actor. */
  context: Omit<Context, 'actor'>
  engine: Engine
  imports: ImportsModule
}

/** The composition root: read the list of modules from ground to judgement. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { clock, keys, demo } = options
  const { db } = options.database
  const rulebook = loadRulebook()
  const records: Module[] = [
    organisationsModule({ demo }),
    partyOrganisationsModule({ demo, limit: (id, day) => limitAt(rulebook, id, day).value.toString() }),
    accountsModule({ demo, cityId: (ctx) => cityRoot(ctx.db, city) }),
  ]
  const sources = records.flatMap((module) => module.facts ?? [])
  const engine: Engine = { database: options.database, rulebook, sources, demo }
  // Asked only when a round moves, when all are there.
  const rooms = () => modules.flatMap((module) => module.stages ?? [])
  const evaluation = evaluationModule(engine, { rooms, calendar: async () => calendarOf([]) })
  const judged: Module[] = [...records, evaluation, standardsModule({ rulebook })]
  const imports = importsModule({
    sheets: judged.flatMap((module) => module.sheets ?? []),
    folder: join(options.dataFolder, 'uploads'),
    actor: (id) => actorOfAccount(db, { id }, clock.today()),
    demo,
  })
  const audit = auditTrailModule({ sealFile: sealFileIn(options.dataFolder), demo })
  const served: Module[] = [...judged, imports, audit]
  const modules: Module[] = [...served, worklistModule(served.flatMap((module) => module.todos ?? []))]
  const policy = new Policy(modules.flatMap((module) => module.policy))
  const context = { db, policy, clock, keys }
  const http = await httpServer({
    ...(options.tls ? { tls: options.tls } : {}),
    ...(options.log ? { log: options.log } : {}),
  })
  http.get('/healthz', async () => ({ status: 'ok', ...options.health?.() }))
  openDoor(
    http,
    modules.flatMap((module) => module.routes),
    {
      context,
      authenticate: (token) => actorOf(db, token, clock.now(), clock.today()),
    },
  )
  await serveSites(http)
  http.addHook('onReady', () => settleAbandoned(context))
  http.addHook('onReady', () => imports.resume(context))
  http.addHook('onClose', () => imports.stop())
  return { http, modules, context, engine, imports }
}
