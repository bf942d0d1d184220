import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** On what a figure was measured, and how busy it was with other things: without that it says little. */
export function machineLine(): string {
  const [model = { model: '?' }] = cpus()
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GB`
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join('、')
  return `${cpus().length} 核 ${model.model.trim()}，${memory}，${platform()} ${release()} ${arch()}，Node ${process.versions.node}；开始时负载 ${load}`
}
