import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { openDoor } from './access/door.ts'
import type { Context } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { accountsModule, actorOf, actorOfAccount, needsSecondFactor } from './modules/accounts/index.ts'
import { archivesModule, whenCorrected } from './modules/archives/index.ts'
import { auditTrailModule } from './modules/audit-trail/index.ts'
import { calendarModule, currentCalendar } from './modules/calendar/index.ts'
import { type DocumentsModule, documentsModule } from './modules/documents/index.ts'
import { type Engine, evaluationModule, type Procedure, settleAbandoned } from './modules/evaluation/index.ts'
import { exchangeModule, type GateOptions } from './modules/exchange/index.ts'
import { findingsModule } from './modules/findings/index.ts'
import { gradingModule } from './modules/grading/index.ts'
import { type ImportsModule, importsModule } from './modules/imports/index.ts'
import { moderationModule } from './modules/moderation/index.ts'
import type { Module } from './modules/module.ts'
import { httpTexter, noticesModule, type NoticesOptions, type TextGateway } from './modules/notices/index.ts'
import { cityRoot, organisationsModule } from './modules/organisations/index.ts'
import { partyOrganisationsModule } from './modules/party-organisations/index.ts'
import { type PetitionsModule, petitionsModule } from './modules/petitions/index.ts'
import { publicityModule } from './modules/publicity/index.ts'
import { phoneMarkOf, residentsModule } from './modules/residents/index.ts'
import { selfReportsModule } from './modules/self-reports/index.ts'
import { publishedDocuments, standardsModule } from './modules/standards/index.ts'
import { worklistModule } from './modules/worklist/index.ts'
import { sealFileIn } from './platform/audit/seal-file.ts'
import { filesIn } from './platform/backup/manifest.ts'
import type { Clock } from './platform/clock/clock.ts'
import type { Database, Db } from './platform/database/database.ts'
import { DiskFiles } from './platform/files/store/disk-files.ts'
import type { FileStore } from './platform/files/store/file-store.ts'
import { httpServer } from './platform/http/server.ts'
import { serveSites } from './platform/http/sites.ts'
import type { IdentitySettings } from './platform/identity-settings.ts'
import type { Keys } from './platform/keys/keys.ts'
import { editionsOver, limitAt, loadRulebook } from './rulebook/load.ts'

export interface AppOptions {
  database: Database
  keys: Keys
  clock: Clock
  demo: boolean
  /** Uploaded files lie below it. */
  dataFolder: string
  /** Where evidence files lie, when not in the data folder. */
  files?: FileStore
  /** The mail server for notices; they stay in the application where there is none. */
  smtp?: NoticesOptions['smtp']
  /** The gateway for short messages; without one none are sent, but in the demonstration, which keeps them. */
  sms?: TextGateway
  /** Another way for short messages than the gateway. */
  texter?: NoticesOptions['texter']
  /** Private networks in which receivers of events stand; this machine itself in the demonstration alone. */
  receivers?: GateOptions
  /** What GET /healthz tells besides that the server answers. */
  health?: () => Record<string, unknown>
  /** Where the public reaches this installation, for codes on printed papers; else where the asker does. */
  address?: string
  /** Where people may sign in besides. */
  identity?: IdentitySettings
  tls?: { cert: Buffer; key: Buffer }
  log?: { level: string }
  /** How often claims' clocks are looked at, in milliseconds; null: only when asked (`App.petitions.sweep`). */
  sweepEveryMs?: number | null
}

/** The city that this installation serves; its six digits root every code below. */
export const city = { code: '150200000000', name: '包头市', validFrom: '2020-01-01' }

export interface App {
  http: FastifyInstance
  modules: readonly Module[]
  /** Everything but the actor. */
  context: Omit<Context, 'actor'>
  engine: Engine
  /** What moves rounds through their stages. */
  procedure: Procedure
  imports: ImportsModule
  documents: DocumentsModule
  /** What looks at claims' clocks. */
  petitions: PetitionsModule
}

/** The composition root: read the list of modules from ground to judgement. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { clock, keys, demo } = options
  const { db } = options.database
  const editions = editionsOver(loadRulebook(), publishedDocuments(db))
  const rulebook = editions.standing
  const documents = documentsModule({
    store: options.files ?? new DiskFiles(filesIn(options.dataFolder)),
    incoming: join(options.dataFolder, 'incoming'),
  })
  const calendarOf = (at: Db) => currentCalendar(at, rulebook.calendars)
  const limits = (id: string, day: string) => limitAt(rulebook, id, day).value.toString()
  const texter = options.texter ?? (options.sms && httpTexter(options.sms))
  const petitions = petitionsModule({
    demo,
    calendarOf,
    limits,
    stated: (id) => {
      const limit = rulebook.limits[id]
      return { clause: limit?.clause ?? '', undecided: limit?.undecided ?? true }
    },
    categories: rulebook.petitionCategories,
    openPicture: documents.openPicture,
    ...(options.address ? { address: options.address } : {}),
  })
  const records: Module[] = [
    organisationsModule({ demo }),
    partyOrganisationsModule({ demo, limit: limits }),
    accountsModule({
      demo,
      cityId: (ctx) => cityRoot(ctx.db, city),
      ...(options.identity ? { identity: options.identity } : {}),
    }),
    documents,
    residentsModule({ demo, sendsTexts: demo || texter !== undefined }),
    calendarModule({
      shipped: rulebook.calendars,
      // Asked only when a notice is loaded, when all are there.
      sources: () => modules.flatMap((module) => module.deadlines ?? []),
    }),
    petitions,
  ]
  const sources = records.flatMap((module) => module.facts ?? [])
  const engine: Engine = { database: options.database, rulebook, editions, sources, demo }
  // Asked only when a round moves, when all are there.
  const rooms = () => modules.flatMap((module) => module.stages ?? [])
  const procedure: Procedure = { engine, rooms, calendar: calendarOf }
  const evaluation = evaluationModule(procedure)
  const archives = archivesModule({
    editions,
    demo,
    folder: join(options.dataFolder, 'papers'),
    ...(options.address ? { address: options.address } : {}),
  })
  const judged: Module[] = [
    ...records,
    evaluation,
    selfReportsModule({ editions, calendarOf, demo }),
    findingsModule({ editions, demo }),
    gradingModule({ rulebookOf: editions.rulebookOf, sources, demo, calendarOf }),
    moderationModule({ editions, demo }),
    publicityModule({ editions, calendarOf, demo, engine, whenCorrected: whenCorrected(editions) }),
    archives,
    standardsModule({ engine, cityId: (ctx) => cityRoot(ctx.db, city) }),
  ]
  const imports = importsModule({
    sheets: judged.flatMap((module) => module.sheets ?? []),
    folder: join(options.dataFolder, 'uploads'),
    actor: (id) => actorOfAccount(db, { id }, clock.today()),
    demo,
  })
  const audit = auditTrailModule({ sealFile: sealFileIn(options.dataFolder), demo })
  const notices = noticesModule({
    demo,
    ...(options.smtp ? { smtp: options.smtp } : {}),
    ...(texter ? { texter } : {}),
    reminders: judged.flatMap((module) => module.reminders ?? []),
  })
  const exchange = exchangeModule({
    demo,
    ...(options.receivers ?? { networks: [], local: demo }),
    events: judged.flatMap((module) => module.events ?? []),
  })
  const served: Module[] = [...judged, imports, notices, exchange, audit]
  const modules: Module[] = [...served, worklistModule(served.flatMap((module) => module.todos ?? []))]
  const policy = new Policy(
    modules.flatMap((module) => module.policy),
    needsSecondFactor.verbs,
  )
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
      phoneMarkOf: (token) => phoneMarkOf(db, token, clock.now()),
    },
  )
  await serveSites(http)
  http.addHook('onReady', async () => void (await editions.whole()))
  http.addHook('onReady', () => petitions.seed(db))
  http.addHook('onReady', () => settleAbandoned(context))
  http.addHook('onReady', () => imports.resume(context))
  http.addHook('onReady', async () => archives.sweep(clock))
  http.addHook('onReady', async () => {
    const warn = (line: string) => http.log.warn(line)
    notices.start(context, warn)
    petitions.start(context, warn, options.sweepEveryMs)
    exchange.start(context, warn)
  })
  http.addHook('onClose', async () => {
    await Promise.all([archives.stop(), imports.stop(), notices.stop(), petitions.stop(), exchange.stop()])
  })
  return { http, modules, context, engine, procedure, imports, documents, petitions }
}
