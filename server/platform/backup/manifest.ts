import { createHash } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { reasonOf, StartFault } from '../start-fault.ts'
import type { Contents, SequenceState, TableName } from './catalog.ts'

/** What a backup holds, written last: a folder without it is no backup. */
export interface Manifest {
  format: 1
  madeAt: string
  postgres: string
  migrations: { name: string; hash: string }[]
  tables: (TableName & Contents & { file: string; sha256: string })[]
  sequences: SequenceState[]
  /** Evidence files kept on disk, by their path below the backup; backups of former versions have none. */
  files?: FileEntry[]
  /** Fits only the key file that the data were sealed with. */
  keyProof: string
  withKeys: boolean
}

export interface FileEntry {
  file: string
  bytes: number
  sha256: string
}

export const manifestIn = (folder: string) => join(folder, 'manifest.json')
export const uploadsIn = (folder: string) => join(folder, 'uploads')
/** Evidence files, in the data folder and in a backup alike. */
export const filesIn = (folder: string) => join(folder, 'files')
export const keysIn = (folder: string) => join(folder, 'keys.json')

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Reads a backup's manifest and proves that every file is whole. @throws StartFault naming the file that is not */
export async function openBackup(folder: string): Promise<Manifest> {
  let manifest: Manifest
  try {
    manifest = JSON.parse(readFileSync(manifestIn(folder), 'utf8')) as Manifest
  } catch (fault) {
    throw new StartFault(
      `${folder} 不是一份完整的备份（读不到 manifest.json）。请指到 gongzhi backup 生成的目录。`,
      `${folder} is no complete backup (${reasonOf(fault)}): name the folder that gongzhi backup made.`,
    )
  }
  if (manifest.format !== 1)
    throw new StartFault(
      '这份备份是更新版本的共治生成的，请用那个版本来恢复。',
      'This backup was made by a newer version: restore it with that one.',
    )
  for (const { file, sha256 } of [...manifest.tables, ...(manifest.files ?? [])]) {
    const found = await sha256Of(join(folder, file)).catch(() => '')
    if (found === sha256) continue
    throw new StartFault(
      `备份里的文件 ${file} 缺失或已损坏，没有恢复任何内容。请换一份备份。`,
      `The backup's file ${file} is missing or damaged; nothing was restored.`,
    )
  }
  return manifest
}
