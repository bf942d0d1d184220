import pg from 'pg'
import { adminUrl } from './postmaster.ts'
import type { Cluster } from './cluster.ts'

/** The roles and the database of the application, made where they are missing: a killed first start is finished by the next. */
export async function ensureRoles(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl(cluster) })
  await client.connect()
  try {
    for (const role of ['gongzhi_migrator', 'gongzhi_app']) {
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
      if (known.rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN`)
    }
    const known = await client.query("SELECT FROM pg_database WHERE datname = 'gongzhi'")
    if (known.rowCount === 0) await client.query('CREATE DATABASE gongzhi OWNER gongzhi_migrator')
  } catch (fault) {
    // Two first starts at once: the other one made it between our look and our try.
    const { code } = fault as { code?: string }
    if (code !== '42710' && code !== '42P04' && code !== '23505') throw fault
  } finally {
    await client.end()
  }
}

/** Whether anybody but this process's own look is connected to the application's database. */
export async function isInUse(cluster: Cluster): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl(cluster) })
  await client.connect()
  try {
    const others = await client.query("SELECT FROM pg_stat_activity WHERE datname = 'gongzhi'")
    return others.rowCount !== 0
  } finally {
    await client.end()
  }
}
