import { statfsSync } from 'node:fs'

const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/**
 * postgresql.conf for a server of two cores and a few GB that serves one city: rewritten at every start, so that it
 * follows the program; what an operator sets with ALTER SYSTEM lies in postgresql.auto.conf and wins.
 * @param quick for tests only: a power cut would lose the data
 */
export function postgresqlConf(socket: string, quick: boolean): string {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: `"${socket.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    effective_cache_size: '4GB',
    random_page_cost: '1.1',
    jit: 'off',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // The bundled server compresses by pglz only, which takes more of the processor than a write saves of the disk.
    wal_compression: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    log_min_messages: 'warning',
    dynamic_shared_memory_type: sharedMemory(),
    ...(quick && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum_naptime: '10min',
    }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`)
  return `# Written by gongzhi at every start. Your own settings: ALTER SYSTEM.\n${lines.join('\n')}\n`
}

/** Containers often get 64 MB of /dev/shm, which parallel queries outgrow. */
function sharedMemory(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 512 * 2 ** 20 ? 'posix' : 'mmap'
  } catch {
    return 'mmap'
  }
}

const roles = ['postgres', 'gongzhi_migrator', 'gongzhi_app']

/** Only the socket, and only for the system user of this program: there is no password that could leak. */
export const pgHbaConf = () => `${roles.map((role) => `local all ${role} peer map=gongzhi`).join('\n')}\n`

/** @param user the system user's name as the server will see it at its socket */
export const pgIdentConf = (user: string) =>
  `${roles.map((role) => `gongzhi "${user.replaceAll('"', '""')}" ${role}`).join('\n')}\n`
