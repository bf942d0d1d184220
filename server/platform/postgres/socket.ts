import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { StartFault } from '../start-fault.ts'
import type { Account } from './account.ts'

/** The system cuts a socket's path at 107 bytes (103 on macOS); PostgreSQL adds `/.s.PGSQL.5432` and a lock file's ending. */
const longestFolder = 82

/**
 * The folder of the server's socket, open to the server's user (and root) alone. Deep data folders get a short one
 * in /tmp whose name follows from the data folder, so that every process finds the same.
 */
export function socketFolder(dataFolder: string, account: Account | undefined): string {
  const inside = join(dataFolder, 'socket')
  const short = `/tmp/gongzhi-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`
  const folder = Buffer.byteLength(inside) <= longestFolder ? inside : short
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const wanted = account?.uid ?? process.getuid?.()
  // In /tmp anybody may have been quicker: a folder that is another's could hand our connections to another server.
  const made = process.getuid?.()
  if (!found.isDirectory() || (wanted !== undefined && found.uid !== wanted && found.uid !== made)) {
    throw new StartFault(
      `${folder} 被别的用户占用，数据库无法在那里监听。请删掉它再启动。`,
      `${folder} belongs to another user, so the database cannot listen there: remove it and start again.`,
    )
  }
  if (account && found.uid !== account.uid) chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
  return folder
}

/** A connection string that pg and pg-boss understand; sslmode keeps a PGSSLMODE of the environment out. */
export const socketUrl = (folder: string, user: string, database: string) =>
  `postgresql://${user}@/${database}?host=${encodeURIComponent(folder)}&port=5432&sslmode=disable`
