import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { StartFault } from '../start-fault.ts'
import { type Account, canReach, ownName } from './account.ts'
import { pgHbaConf, pgIdentConf, postgresqlConf } from './settings.ts'

/** One PostgreSQL installation on disk: where its data, programs and socket are, and who runs it. */
export interface Cluster {
  data: string
  binaries: string
  socket: string
  log: string
  account: Account | undefined
  quick: boolean
}

const majorVersion = '18'

/** Makes the cluster where there is none, and writes the configuration of this program's version. */
export function prepareCluster(cluster: Cluster): void {
  const user = ownName()
  reachable(dirname(cluster.data), cluster.account)
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) create(cluster)
  const version = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim()
  if (version !== majorVersion) {
    throw new StartFault(
      `数据目录 ${cluster.data} 是 PostgreSQL ${version} 的，本版共治用的是 ${majorVersion}。请按 docs/operations.md 用原版本备份后在新目录恢复。`,
      `${cluster.data} was made by PostgreSQL ${version}, this version brings ${majorVersion}: back up with the old version and restore (docs/operations.md).`,
    )
  }
  put(cluster, 'postgresql.conf', postgresqlConf(cluster.socket, cluster.quick))
  put(cluster, 'pg_hba.conf', pgHbaConf())
  put(cluster, 'pg_ident.conf', pgIdentConf(user))
}

/** The server sees a file either as it was or as it is, whenever the process is killed. */
function put(cluster: Cluster, name: string, text: string) {
  const path = join(cluster.data, name)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  if (cluster.account) chownSync(draft, cluster.account.uid, cluster.account.gid)
  renameSync(draft, path)
}

function reachable(folder: string, account: Account | undefined) {
  if (!account || canReach(account, folder) || canEnter(account, folder)) return
  throw new StartFault(
    `以 root 启动时数据库用另一个系统用户运行，而它进不去数据目录 ${folder}（上级目录不对外开放）。请用 GONGZHI_DATA 指到别处，如 /var/lib/gongzhi/data。`,
    `Started as root, the database runs as another user, who cannot enter ${folder}: choose another folder with GONGZHI_DATA, such as /var/lib/gongzhi/data.`,
  )
}

const canEnter = (account: Account, folder: string) => {
  const { uid, gid } = account
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status ===
    0
  )
}

/** Built under another name and renamed when whole: a start that is killed here leaves no half of a cluster. */
function create(cluster: Cluster) {
  const folder = dirname(cluster.data)
  const prefix = `${basename(cluster.data)}.new-`
  for (const left of readdirSync(folder).filter((name) => name.startsWith(prefix))) {
    rmSync(join(folder, left), { recursive: true, force: true })
  }
  const draft = join(folder, prefix + randomBytes(4).toString('hex'))
  mkdirSync(draft, { mode: 0o700 })
  const { account } = cluster
  if (account) chownSync(draft, account.uid, account.gid)
  // Without these two a machine with no LANG gets SQL_ASCII, and with ctype C trigram search finds no Chinese.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const options = ['-D', draft, '-U', 'postgres', '-E', 'UTF8', `--locale=${locale}`, '--auth=peer']
  const made = spawnSync(
    join(cluster.binaries, 'bin/initdb'),
    cluster.quick ? [...options, '--no-sync'] : options,
    {
      ...account,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LANG: locale },
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? ''
    throw new StartFault(
      `数据库建不起来：${reason}。若本机不是常见的 Linux（glibc）系统，请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
      `The database could not be created (${reason}). On a system without glibc, name a PostgreSQL ≥ 15 in DATABASE_URL.`,
    )
  }
  try {
    renameSync(draft, cluster.data)
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(cluster.data, 'PG_VERSION'))) throw fault
  }
}
