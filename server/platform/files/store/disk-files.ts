import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { checkKey, type FileStore, isKey } from './file-store.ts'

/** Files begun and never finished: what a kill leaves. No key begins with a dot. */
const draftPrefix = '.draft-'
const draftsKeptMs = 3_600_000

/** Files in a folder of their own, in 256 folders by the uuid's last two digits (its first tell the time). */
export class DiskFiles implements FileStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  #path(key: string): string {
    checkKey(key)
    return join(this.#folder, key.slice(34, 36), key)
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#path(key)
    const folder = dirname(path)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const draft = join(folder, `${draftPrefix}${uuid()}`)
    try {
      await writeDurably(draft, bytes)
      await rename(draft, path)
      // The name itself is only safe once its folder is.
      await syncFolder(folder)
      await syncFolder(this.#folder)
    } catch (fault) {
      await rm(draft, { force: true })
      throw fault
    }
  }

  async find(key: string) {
    try {
      const file = await open(this.#path(key), 'r')
      return createReadStream('', { fd: file })
    } catch (fault) {
      if (isAbsent(fault)) return undefined
      throw fault
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#path(key), { force: true })
  }

  async *list() {
    for (const folder of await entriesOf(this.#folder)) {
      for (const name of await entriesOf(join(this.#folder, folder))) {
        const path = join(this.#folder, folder, name)
        const found = await stat(path).catch(() => undefined)
        if (!found) continue
        if (isKey(name)) yield { key: name, at: found.mtime }
        else if (name.startsWith(draftPrefix) && Date.now() - found.mtimeMs > draftsKeptMs)
          await rm(path, { force: true })
      }
    }
  }
}

async function writeDurably(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string) {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const isAbsent = (fault: unknown) => ['ENOENT', 'ENOTDIR'].includes(String((fault as { code?: string }).code))

async function entriesOf(folder: string): Promise<string[]> {
  return await readdir(folder).catch((fault: unknown) => {
    if (isAbsent(fault)) return []
    throw fault
  })
}
