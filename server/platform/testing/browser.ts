import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { StartFault } from '../start-fault.ts'

/** How a browser that renders Chinese is started. */
interface BrowserProgram {
  executablePath: string
  env: Record<string, string>
}

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url))
const packageFolder = (name: string) => dirname(dirname(createRequire(import.meta.url).resolve(name)))

/**
 * A headless Chromium with Chinese fonts, from npm, or the system's where npm has none for this machine.
 * @param more flags of this test's own
 */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = findBrowser()
  return await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [...flags, ...more],
    chromiumSandbox: false,
  })
}

/** @throws StartFault where there is no browser for this machine */
export function findBrowser(): BrowserProgram {
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser()
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  const executablePath = [...candidates, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(
    isProgram,
  )
  if (executablePath) return { executablePath, env: fontEnvironment() }
  throw new StartFault(
    '找不到浏览器，网页测试无法进行。请安装 Chromium（如 apt-get install chromium）后再试。',
    'There is no browser for the journeys: install Chromium (for instance apt-get install chromium) and try again.',
  )
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The browser of npm brings the libraries that a bare server lacks (nss, nspr). */
function packedBrowser(): BrowserProgram {
  const source = packageFolder('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const folder = join(cache, `gongzhi-browser-${version}`)
  if (!existsSync(folder)) unpack(join(source, 'bin'), folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), ...fontEnvironment() },
  }
}

/** Whole under its name or not at all, also when two runs unpack at once. */
function unpack(packed: string, folder: string) {
  const draft = `${folder}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const program = fileURLToPath(new URL('unpack-browser.ts', import.meta.url))
  const done = spawnSync(process.execPath, [program, packed], {
    env: { ...process.env, TMPDIR: draft },
    encoding: 'utf8',
  })
  if (done.status !== 0) {
    rmSync(draft, { recursive: true, force: true })
    const reason = done.error?.message ?? done.stderr.trim().split('\n').at(-1) ?? ''
    throw new StartFault(
      `测试用的浏览器解不开到 ${folder}：${reason}。请检查磁盘空间（约 300 MB）和写权限。`,
      `The browser for the journeys could not be unpacked to ${folder} (${reason}): check disk space and rights.`,
    )
  }
  try {
    renameSync(draft, folder)
  } catch {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Only the fonts from npm, so that pictures look alike on every machine; without any, Chinese is empty boxes. */
function fontEnvironment(): Record<string, string> {
  if (process.platform !== 'linux') return {}
  const fonts = join(packageFolder('@embedpdf/fonts-sc'), 'fonts')
  const file = join(cache, 'gongzhi-fonts.conf')
  const family = (name: string) =>
    `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="append" binding="same"><string>Noto Sans S Chinese</string></edit></match>`
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escaped(fonts)}</dir><cachedir>${escaped(join(cache, 'gongzhi-fonts'))}</cachedir>${['sans-serif', 'serif', 'monospace'].map(family).join('')}</fontconfig>`
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(file, text)
  }
  return { FONTCONFIG_FILE: file }
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
