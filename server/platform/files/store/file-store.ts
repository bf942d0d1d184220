import type { Readable } from 'node:stream'

/**
 * Where whole files lie under a key, written once and never changed: a folder, or a bucket that speaks S3.
 * A key is a uuid, optionally with the name of a variant: 0192…-….preview
 */
export interface FileStore {
  /** Durable when it resolves; under its key the file is whole or not there. @throws Refusal 503 when the store is away */
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The file from its beginning, or undefined when there is none. @throws Refusal 503 when the store is away */
  find(key: string): Promise<Readable | undefined>
  /** Removing what is not there is no fault. */
  remove(key: string): Promise<void>
  /** Every file with the time it was put, in no order. */
  list(): AsyncIterable<{ key: string; at: Date }>
}

const keyPattern = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(\.[a-z]+)?$/

export const isKey = (text: string): boolean => keyPattern.test(text)

/** @throws Error for what could name anything but a file of the store */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new Error(`not a key of a stored file: ${key.slice(0, 80)}`)
}
