import { readFileSync } from 'node:fs'

/**
 * npm starts scripts through a shell, and a killed npm tells neither: without this look the server would live on
 * unseen and hold its port. Looks once a second; does nothing where npm did not start this process.
 */
export function whenNpmDies(stop) {
  if (process.platform !== 'linux' || !process.env.npm_lifecycle_event) return
  const chain = () => `${process.ppid} ${parentOf(process.ppid)}`
  const [shell, npm] = chain().split(' ')
  const watched = isNpm(shell) ? () => String(process.ppid) === shell : () => chain() === `${shell} ${npm}`
  if (!isNpm(shell) && !isNpm(npm)) return
  setInterval(() => watched() || stop(), 1000).unref()
}

const read = (pid, file) => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

const isNpm = (pid) => read(pid, 'cmdline').includes('npm')

/** The fourth field; the second, the name in brackets, may hold blanks. */
function parentOf(pid) {
  const stat = read(pid, 'stat')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
}
