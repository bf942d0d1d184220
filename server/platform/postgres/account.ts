import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { reasonOf, StartFault } from '../start-fault.ts'

/** The operating system's user under which PostgreSQL runs. */
export interface Account {
  uid: number
  gid: number
}

const ownerOf = (path: string): Account | undefined => statSync(path, { throwIfNoEntry: false })

/**
 * PostgreSQL refuses to run as root; there it runs as whoever owns the cluster already, else as postgres, else as nobody.
 * @param cluster the cluster's folder, which may not exist yet
 * @returns undefined where PostgreSQL runs as this very process's user
 */
export function accountForPostgres(cluster: string): Account | undefined {
  const me = process.getuid?.()
  const owner = ownerOf(cluster)
  if (me !== 0) {
    if (!owner || me === undefined || owner.uid === me) return undefined
    throw new StartFault(
      `数据目录里的数据库 ${cluster} 属于另一个用户。请用原来启动共治的用户来启动，或用 GONGZHI_DATA 另选一个目录。`,
      `The database in ${cluster} belongs to another user: start as that user, or choose another folder with GONGZHI_DATA.`,
    )
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return inPasswd('postgres') ?? inPasswd('nobody') ?? noAccount()
}

function inPasswd(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function noAccount(): never {
  throw new StartFault(
    '以 root 启动时，数据库要用另一个系统用户运行，而本机既没有 postgres 也没有 nobody。请新建一个用户（useradd postgres），或改用普通用户启动。',
    'Started as root, the database needs another system user, and there is neither postgres nor nobody: add one (useradd postgres) or start as a plain user.',
  )
}

/** Whether that account may read and enter a file or folder, decided by the system itself (modes, ACLs, mounts). */
export function canReach(account: Account, path: string): boolean {
  const probe = ['-c', 'test -r "$1" && test -x "$1"', 'sh', path]
  return (
    spawnSync('/bin/sh', probe, { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' }).status ===
    0
  )
}

/** The name by which the server recognises this process at its socket. */
export function ownName(): string {
  try {
    return userInfo().username
  } catch (fault) {
    throw new StartFault(
      '当前系统用户没有登记名（/etc/passwd 里查不到），数据库无法启动。请换一个有名字的用户，或用 DATABASE_URL 指定外部数据库。',
      `This system user has no name in /etc/passwd, without which the database cannot start (${reasonOf(fault)}); use another user or DATABASE_URL.`,
    )
  }
}
