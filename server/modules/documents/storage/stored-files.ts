import type { Readable } from 'node:stream'
import type { FileStore } from '../../../platform/files/store/file-store.ts'
import type { Picture } from '../../../platform/files/inspect/picture.ts'

export type Variant = 'original' | 'preview' | 'thumbnail'

const keyOf = (fileKey: string, variant: Variant) =>
  variant === 'original' ? fileKey : `${fileKey}.${variant}`

/** A document's bytes and, of a picture, its two copies. */
export class StoredFiles {
  readonly #store: FileStore

  constructor(store: FileStore) {
    this.#store = store
  }

  /** All of them or none: what was stored of a failed try is taken away again. */
  async put(fileKey: string, bytes: Uint8Array, picture: Picture | null): Promise<void> {
    try {
      await this.#store.put(fileKey, bytes)
      if (!picture) return
      await this.#store.put(keyOf(fileKey, 'preview'), picture.preview)
      await this.#store.put(keyOf(fileKey, 'thumbnail'), picture.thumbnail)
    } catch (fault) {
      // A store that is away cannot be cleared either; the sweep finds what was left.
      await this.remove(fileKey).catch(() => undefined)
      throw fault
    }
  }

  async find(fileKey: string, variant: Variant): Promise<Readable | undefined> {
    return await this.#store.find(keyOf(fileKey, variant))
  }

  async remove(fileKey: string): Promise<void> {
    for (const variant of ['original', 'preview', 'thumbnail'] as const)
      await this.#store.remove(keyOf(fileKey, variant))
  }

  /** Every stored file's key and variant-less key, with the time it was put. */
  async *list(): AsyncGenerator<{ key: string; fileKey: string; at: Date }> {
    for await (const { key, at } of this.#store.list()) yield { key, fileKey: key.slice(0, 36), at }
  }

  async removeOne(key: string): Promise<void> {
    await this.#store.remove(key)
  }
}
