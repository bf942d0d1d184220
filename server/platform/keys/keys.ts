import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Personal fields are sealed with AES-256-GCM and found by a keyed HMAC. The key file lies outside the database
 * and its backups; a rotation adds a key, old ciphertexts name the one that sealed them.
 */
export interface Keys {
  seal(plain: string): string
  open(sealed: string): string
  /** A fingerprint for exact look-up; equal plain texts give equal fingerprints, and nothing else can be told. */
  fingerprint(plain: string): string
  /** The audit trail's message authentication code. */
  mac(text: string): Buffer
}

interface KeyFile {
  current: string
  /** Key id → 32 bytes, base64. Fingerprints and MACs stay with the oldest, so that look-ups survive a rotation. */
  keys: Record<string, string>
}

/** Where an installation keeps its key file. */
export const keyFileIn = (dataFolder: string) => join(dataFolder, 'keys', 'keys.json')

const derive = (master: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', master, '', `gongzhi ${purpose}`, 32))

function readKeyFile(path: string): KeyFile {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as KeyFile
  const fresh: KeyFile = { current: 'k1', keys: { k1: randomBytes(32).toString('base64') } }
  writeKeyFile(path, fresh)
  return fresh
}

function writeKeyFile(path: string, file: KeyFile) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, JSON.stringify(file, null, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  chmodSync(path, 0o600)
}

/** Adds a fresh key that seals from now on; what older keys sealed stays readable. */
export function rotateKeys(path: string): string {
  const file = readKeyFile(path)
  const id = `k${Object.keys(file.keys).length + 1}`
  writeKeyFile(path, { current: id, keys: { ...file.keys, [id]: randomBytes(32).toString('base64') } })
  return id
}

/** Opens the key file, making it (0600) when there is none. */
export function openKeys(path: string): Keys {
  const file = readKeyFile(path)
  const sealing = new Map(
    Object.entries(file.keys).map(([id, master]) => [
      id,
      derive(Buffer.from(master, 'base64'), 'personal fields'),
    ]),
  )
  const eldest = Buffer.from(file.keys.k1 as string, 'base64')
  // As key objects: a key given as bytes is made ready anew for each use, which takes longer than the hash.
  const lookUp = createSecretKey(derive(eldest, 'look-up'))
  const trail = createSecretKey(derive(eldest, 'audit'))
  return {
    seal(plain) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing.get(file.current) as Buffer, iv)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${file.current}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed) {
      const [id = '', data = ''] = sealed.split('.')
      const key = sealing.get(id)
      if (!key) throw new Error(`the key file has no key ${id}`)
      const bytes = Buffer.from(data, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
    fingerprint: (plain) => createHmac('sha256', lookUp).update(plain).digest('base64url'),
    mac: (text) => createHmac('sha256', trail).update(text).digest(),
  }
}
