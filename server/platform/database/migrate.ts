import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const server = fileURLToPath(new URL('../..', import.meta.url))
/** The role under which the application works: it may change rows, never the schema. */
const appRole = 'gongzhi_app'
/** Any fixed number: two servers that start together migrate one after the other. */
const lock = 715_026_001

interface Migration {
  name: string
  text: string
  hash: string
}

/** Every migrations folder below server/, in the order of the timestamps that begin the file names. */
export function allMigrations(): Migration[] {
  return readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)migrations\/\d{12}-[a-z0-9-]+\.sql$/.test(path))
    .map((path) => {
      const text = readFileSync(join(server, path), 'utf8')
      return { name: basename(path, '.sql'), text, hash: createHash('sha256').update(text).digest('hex') }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Brings the schema up to date, forward only, each migration in its own transaction.
 * @returns the names of the migrations applied now
 * @throws when an applied migration's text has changed since
 */
export async function migrate(options: {
  url: string
  /** For a restore: only these, so that the schema is as it was at the backup. */
  only?: readonly string[]
  log?: (line: string) => void
}): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lock])
    await client.query(`CREATE SCHEMA IF NOT EXISTS platform;
      CREATE TABLE IF NOT EXISTS platform.migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
    const applied = await client.query<{ name: string; hash: string }>(
      'SELECT name, hash FROM platform.migration',
    )
    const known = new Map(applied.rows.map((row) => [row.name, row.hash]))
    const fresh: string[] = []
    const wanted = allMigrations().filter(({ name }) => options.only?.includes(name) ?? true)
    for (const migration of wanted) {
      const hash = known.get(migration.name)
      if (hash === migration.hash) continue
      if (hash) throw new Error(`migration ${migration.name} was changed after it had been applied`)
      await apply(client, migration)
      options.log?.(migration.name)
      fresh.push(migration.name)
    }
    if (fresh.length > 0) await grantToApplication(client)
    return fresh
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration) {
  try {
    await client.query('BEGIN')
    await client.query(migration.text)
    await client.query('INSERT INTO platform.migration (name, hash) VALUES ($1, $2)', [
      migration.name,
      migration.hash,
    ])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${migration.name} failed: ${(cause as Error).message}`, { cause })
  }
}

/** Rows may be changed by the application role; audit entries and seals may only be added. */
async function grantToApplication(client: pg.Client) {
  await client.query(`DO $$
    DECLARE s text;
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${appRole}') THEN RETURN; END IF;
      FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_|^(information_schema|public)$' LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${appRole}', s);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ${appRole}', s);
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO ${appRole}', s);
        -- Statistics of freshly filled tables may be gathered by the application (PostgreSQL 17 and later).
        IF current_setting('server_version_num')::integer >= 170000 AND s NOT IN ('platform', 'access') THEN
          EXECUTE format('GRANT MAINTAIN ON ALL TABLES IN SCHEMA %I TO ${appRole}', s);
        END IF;
      END LOOP;
      REVOKE INSERT, UPDATE, DELETE ON platform.migration FROM ${appRole};
      REVOKE UPDATE, DELETE ON platform.audit_entry, platform.audit_seal FROM ${appRole};
    END $$`)
}
