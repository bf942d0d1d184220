import pg from 'pg'
import { reasonOf, StartFault } from '../start-fault.ts'

const oldestVersion = 150_000

/**
 * Proves that the PostgreSQL named in DATABASE_URL answers and can do what the application needs.
 * @throws StartFault in words that never hold the password
 */
export async function checkOutside(url: string): Promise<void> {
  const client = new pg.Client(options(url))
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (fault) {
    throw new StartFault(
      `连不上 DATABASE_URL 指定的数据库（${place(client)}）：${reasonOf(fault)}。请检查地址、端口、用户名、口令和防火墙，或不设 DATABASE_URL 而用自带的数据库。`,
      `The database of DATABASE_URL (${place(client)}) cannot be reached: ${reasonOf(fault)}. Check address, port, user and password, or leave DATABASE_URL out to use the bundled one.`,
      { cause: fault },
    )
  }
  try {
    await checkAbilities(client)
  } finally {
    await client.end()
  }
}

function options(url: string): pg.ClientConfig {
  if (/^postgres(ql)?:\/\//.test(url)) return { connectionString: url, connectionTimeoutMillis: 8000 }
  throw new StartFault(
    'DATABASE_URL 的写法不对，应为 postgresql://用户:口令@地址:5432/库名。',
    'DATABASE_URL must look like postgresql://user:password@host:5432/database.',
  )
}

const place = (client: pg.Client) => `${client.host}:${client.port}/${client.database}`

async function checkAbilities(client: pg.Client) {
  const found = await client.query<{ version: number; encoding: string; pinyin: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
            EXISTS (SELECT FROM pg_collation WHERE collname = 'zh-x-icu') AS pinyin`,
  )
  const { version, encoding, pinyin } = found.rows[0] as {
    version: number
    encoding: string
    pinyin: boolean
  }
  if (version < oldestVersion) {
    const major = Math.floor(version / 10_000)
    throw new StartFault(
      `DATABASE_URL 指定的是 PostgreSQL ${major}，共治需要 15 或更新的版本。请升级该数据库，或不设 DATABASE_URL 而用自带的数据库。`,
      `DATABASE_URL names a PostgreSQL ${major}; 15 or later is needed. Upgrade it, or leave DATABASE_URL out.`,
    )
  }
  if (encoding !== 'UTF8' || !pinyin) {
    throw new StartFault(
      'DATABASE_URL 指定的数据库须用 UTF8 编码并带 ICU（排序规则 zh-x-icu），否则存不下也排不好中文。请用 ENCODING UTF8 另建一个库。',
      'The database of DATABASE_URL must use UTF8 and have ICU (collation zh-x-icu): create one with ENCODING UTF8.',
    )
  }
}
