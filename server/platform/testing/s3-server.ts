import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import type { S3Settings } from '../files/store/s3-files.ts'
import { freePort } from './scratch.ts'

/** A real S3 server on this machine with one bucket, which can go away and come back with what it held. */
export interface S3Server {
  settings: S3Settings
  stop(): Promise<void>
  start(): Promise<void>
  /** Stops it for good. */
  remove(): Promise<void>
}

export async function s3Server(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'gongzhi-s3-'))
  const [port, bucket, address] = [await freePort(), 'evidence', '127.0.0.1']
  let server: S3rver | undefined
  const start = async () => {
    const options = { port, address, directory, silent: true, vhostBuckets: false }
    server = new S3rver({ ...options, configureBuckets: [{ name: bucket }] })
    await server.run()
  }
  const stop = async () => {
    await server?.close()
    server = undefined
  }
  await start()
  return {
    settings: {
      endpoint: `http://${address}:${port}`,
      bucket,
      region: 'us-east-1',
      keyId: 'S3RVER',
      keySecret: 'S3RVER',
    },
    start,
    stop,
    async remove() {
      await stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
