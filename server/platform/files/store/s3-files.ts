import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { S3mini, S3NetworkError, S3ServiceError } from 's3mini'
import { refuse } from '../../problems/platform-problems.ts'
import { checkKey, type FileStore, isKey } from './file-store.ts'

export interface S3Settings {
  /** Such as https://s3.example.gov.cn, without the bucket. */
  endpoint: string
  bucket: string
  region: string
  keyId: string
  keySecret: string
}

const timeoutMs = 60_000
/** S3 answers at most so many names at once. */
const pageSize = 1_000

/** Files in a bucket of their own of any store that speaks S3. */
export class S3Files implements FileStore {
  readonly #bucket: S3mini

  constructor({ endpoint, bucket, region, keyId, keySecret }: S3Settings) {
    this.#bucket = new S3mini({
      endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
      region,
      accessKeyId: keyId,
      secretAccessKey: keySecret,
      requestAbortTimeout: timeoutMs,
    })
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    checkKey(key)
    await reached(this.#bucket.putObject(key, bytes, 'application/octet-stream'))
  }

  async find(key: string): Promise<Readable | undefined> {
    checkKey(key)
    const found = await reached(this.#bucket.getObjectResponse(key))
    return found?.body ? Readable.fromWeb(found.body as ReadableStream) : undefined
  }

  async remove(key: string): Promise<void> {
    checkKey(key)
    await reached(this.#bucket.deleteObject(key))
  }

  async *list() {
    let next: string | undefined
    do {
      const page = await reached(this.#bucket.listObjectsPaged('/', '', pageSize, next))
      for (const { Key, LastModified } of page?.objects ?? [])
        if (isKey(Key)) yield { key: Key, at: new Date(LastModified) }
      next = page?.nextContinuationToken
    } while (next)
  }
}

/** A store that is away is told as such: nothing was saved, and the same may be tried again. */
async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (fault) {
    const isAway = fault instanceof S3NetworkError || (fault instanceof S3ServiceError && fault.status >= 500)
    throw isAway ? refuse('busy') : fault
  }
}
