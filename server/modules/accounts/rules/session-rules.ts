/** GB/T 22239-2019 8.1.4.1: a session ends by itself. */
export const sessionRules = { idleMinutes: 30, longestHours: 12 }

/** When a session ends if nothing more happens, and when at the latest. */
export function endsOf(begun: Date, lastSeen: Date) {
  const idle = lastSeen.getTime() + sessionRules.idleMinutes * 60_000
  const latest = begun.getTime() + sessionRules.longestHours * 3_600_000
  return {
    idleEnd: new Date(Math.min(idle, latest)).toISOString(),
    latestEnd: new Date(latest).toISOString(),
  }
}

/** The network an address lies in, as a person recognises it: 10.0.3.*; of IPv6 the first three groups. */
export function maskedAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (/^\d+\.\d+\.\d+\.\d+$/.test(plain)) return plain.replace(/\d+$/, '*')
  if (plain === '::1') return plain
  return plain.includes(':') ? `${plain.split(':').slice(0, 3).join(':')}:*` : ''
}

/** Programs before the engines that they are made of. */
const programs: [RegExp, string][] = [
  [/MicroMessenger\/(\d+)/, '微信'],
  [/DingTalk\/(\d+)/, '钉钉'],
  [/(?:QihooBrowser|360[SE]E|QHBrowser)(?:\/(\d+))?/, '360浏览器'],
  [/UOSBrowser\/(\d+)|UBrowser\/(\d+)/, '统信浏览器'],
  [/HuaweiBrowser\/(\d+)/, '华为浏览器'],
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/(?:Headless)?Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS/, '鸿蒙'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/UOS|Deepin/i, '统信 UOS'],
  [/Kylin/i, '麒麟'],
  [/Linux/, 'Linux'],
]

/** «Chrome 120 · Windows»; empty when the program does not say what it is. */
export function deviceWords(userAgent: string): string {
  const program = programs.flatMap(([look, name]) => {
    const found = look.exec(userAgent)
    return found ? [`${name} ${found[1] ?? found[2] ?? ''}`.trim()] : []
  })[0]
  const system = systems.find(([look]) => look.test(userAgent))?.[1]
  return [program, system].filter(Boolean).join(' · ')
}
