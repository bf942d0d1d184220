import { createHash } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { S3Settings } from './files/store/s3-files.ts'
import { readS3 } from './files/store/s3-settings.ts'
import { type IdentitySettings, readIdentity } from './identity-settings.ts'
import { type OutwardSettings, readOutward } from './outward-settings.ts'
import { reasonOf, StartFault } from './start-fault.ts'

/** Everything that the person who starts the server may choose. */
export interface Config {
  host: string
  /** 0 takes any free port. */
  port: number
  /** Absolute; keys, uploads, the embedded database and the server's lock lie in it. */
  dataFolder: string
  /** That PostgreSQL instead of the embedded one. */
  databaseUrl?: string
  /** The role that may change the schema, where it differs from the application's. */
  migratorUrl?: string
  demo: boolean
  size: 'small' | 'city'
  /** PEM texts. */
  tls?: { cert: Buffer; key: Buffer }
  outward: OutwardSettings
  /** An identity provider where people may sign in besides. */
  identity?: IdentitySettings
  /** A bucket for evidence files instead of the data folder. */
  s3?: S3Settings
}

type Environment = Record<string, string | undefined>

const project = realpathSync(fileURLToPath(new URL('../..', import.meta.url)))

/**
 * @param argv what follows the program's name: --port --host --data --size --no-demo
 * @param env PORT, HOST, GONGZHI_DATA, DATABASE_URL, DATABASE_MIGRATOR_URL, GONGZHI_TLS_CERT, GONGZHI_TLS_KEY and the five
 *   GONGZHI_S3_ENDPOINT, _BUCKET, _REGION, _KEY_ID, _KEY_SECRET; GONGZHI_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME,
 *   _CLAIM, _MFA; a flag wins
 * @throws StartFault with the sentence for the console
 */
export function readConfig(argv: string[], env: Environment): Config {
  const flags = readFlags(argv)
  return {
    host: flags.host ?? (env.HOST || '127.0.0.1'),
    port: readPort(flags.port ?? (env.PORT || '8080')),
    dataFolder: readDataFolder(flags.data ?? env.GONGZHI_DATA),
    ...(env.DATABASE_URL && {
      databaseUrl: env.DATABASE_URL,
      migratorUrl: env.DATABASE_MIGRATOR_URL || env.DATABASE_URL,
    }),
    demo: !flags['no-demo'],
    size: readSize(flags.size ?? 'small'),
    ...readTls(env),
    outward: readOutward(env),
    ...readIdentity(env),
    ...readS3(env),
  }
}

function readFlags(argv: string[]) {
  const text = { type: 'string' } as const
  try {
    const options = {
      port: text,
      host: text,
      data: text,
      size: text,
      'no-demo': { type: 'boolean' },
    } as const
    return parseArgs({ args: argv, options, allowPositionals: false }).values
  } catch (fault) {
    throw new StartFault(
      `看不懂启动参数“${argv.join(' ')}”。可用：--no-demo、--size small|city、--port 端口、--host 地址、--data 目录。`,
      `Unknown start options (${reasonOf(fault)}). Known: --no-demo, --size small|city, --port, --host, --data.`,
    )
  }
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new StartFault(
    `端口“${text}”不对：请把 PORT 设为 1 到 65535 之间的整数。`,
    `PORT must be a whole number from 1 to 65535, not "${text}".`,
  )
}

function readSize(text: string): 'small' | 'city' {
  if (text === 'small' || text === 'city') return text
  throw new StartFault(
    `演示规模“${text}”不对：--size 只能是 small 或 city。`,
    `--size must be small or city, not "${text}".`,
  )
}

/** Root's default lies outside the clone, which may be under a home that the database's own user cannot enter. */
function readDataFolder(chosen: string | undefined): string {
  if (chosen) return resolve(chosen)
  if (process.getuid?.() !== 0) return join(project, '.gongzhi')
  return join('/var/lib/gongzhi', createHash('sha256').update(project).digest('hex').slice(0, 8))
}

function readTls(env: Environment): Pick<Config, 'tls'> {
  const { GONGZHI_TLS_CERT: cert, GONGZHI_TLS_KEY: key } = env
  if (!cert && !key) return {}
  try {
    if (!cert || !key) throw new Error('one of the two is missing')
    const tls = { cert: readFileSync(cert), key: readFileSync(key) }
    createSecureContext(tls)
    return { tls }
  } catch (fault) {
    throw new StartFault(
      'HTTPS 证书用不上：GONGZHI_TLS_CERT 和 GONGZHI_TLS_KEY 要同时给出，且是能读的、相配的 PEM 文件。',
      `GONGZHI_TLS_CERT and GONGZHI_TLS_KEY must name a readable, matching pair of PEM files (${reasonOf(fault)}).`,
    )
  }
}
