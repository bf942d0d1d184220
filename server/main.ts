import { openDemonstration } from '../demo-city/index.ts'
import { startForgetting } from './access/old-answers.ts'
import { buildApp } from './app.ts'
import { sealFileIn } from './platform/audit/seal-file.ts'
import { startSealer } from './platform/audit/sealer.ts'
import { systemClock } from './platform/clock/clock.ts'
import { readConfig } from './platform/config.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/database.ts'
import { S3Files } from './platform/files/store/s3-files.ts'
import { listen } from './platform/http/listen.ts'
import { proveKeys } from './platform/keys/key-proof.ts'
import { keyFileIn, openKeys } from './platform/keys/keys.ts'
import { startDatabase } from './platform/postgres/start-database.ts'
import { StartFault } from './platform/start-fault.ts'
import { stopSignal } from './platform/stop-signal.ts'
import { greet } from './greeting.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Config → database → schema → server → people can come in. Everything that was opened is closed again, last first. */
async function run(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env)
  const stopped = stopSignal()
  await using opened = new AsyncDisposableStack()
  const postgres = await startDatabase(config, { warn: say })
  opened.defer(() => postgres.close())
  const fresh = await migrate({ url: postgres.migratorUrl })
  if (fresh.length > 0) say(`数据库结构已更新（${fresh.length} 项）`)
  const database = openDatabase(postgres.appUrl)
  opened.defer(() => database.close())
  const keyFile = keyFileIn(config.dataFolder)
  const keys = openKeys(keyFile)
  await proveKeys(database.db, keys, keyFile)
  const demo = await openDemonstration(database.db, config, say)
  const app = await buildApp({
    database,
    keys,
    clock: systemClock,
    demo: demo !== undefined,
    dataFolder: config.dataFolder,
    health: () => (demo ? { demo: demo.progress() } : {}),
    // Faults go to the console with the reference that the person was given.
    log: { level: 'warn' },
    ...(config.identity ? { identity: config.identity } : {}),
    ...(config.tls ? { tls: config.tls } : {}),
    ...(config.outward.smtp ? { smtp: config.outward.smtp } : {}),
    ...(config.outward.sms ? { sms: config.outward.sms } : {}),
    ...(config.outward.address ? { address: config.outward.address } : {}),
    receivers: { networks: config.outward.webhookNetworks, local: demo !== undefined },
    ...(config.s3 ? { files: new S3Files(config.s3) } : {}),
  })
  const sealFile = sealFileIn(config.dataFolder)
  const sealer = startSealer({ db: database.db, keys, clock: systemClock, file: sealFile, warn: say })
  opened.defer(() => sealer.stop())
  opened.defer(startForgetting(database.db, systemClock))
  opened.defer(app.documents.startSweeping(app.context))
  opened.defer(() => app.http.close())
  opened.defer(() => demo?.stop())
  const address = await listen(app.http, config)
  await Promise.race([greet({ app, demo: demo !== undefined, address, say }), stopped])
  demo?.start(app)
  await stopped
  say('正在停止…')
}

try {
  await run()
} catch (fault) {
  if (!(fault instanceof StartFault)) throw fault
  process.stderr.write(`${fault.message}\n`)
  process.exitCode = 1
}
