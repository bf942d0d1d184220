import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Db } from '../database/database.ts'
import { chainedOf, type Seal } from './seal.ts'

/** The last seal as it is kept outside the database: a database that was rolled back knows less than this. */
export interface OutsideSeal {
  number: number
  at: string
  /** Hexadecimal. */
  chained: string
}

/** Where an installation keeps it. */
export const sealFileIn = (dataFolder: string) => join(dataFolder, 'audit', 'last-seal.json')

/** @returns undefined when there is none; a file that cannot be read counts as seal 0, which no chain holds */
export function readSealFile(path: string): OutsideSeal | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as OutsideSeal
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return { number: 0, at: '', chained: '' }
  }
}

/** Replaces the file at once, on disk before its name: a killed or unplugged machine keeps the old one or the new. */
export function writeSealFile(path: string, seal: Pick<Seal, 'number' | 'at' | 'chained'>): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(
    handle,
    JSON.stringify({ number: seal.number, at: seal.at, chained: seal.chained.toString('hex') }),
  )
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, path)
}

/** Whether the database's chain still holds the seal of the file. */
export async function holds(db: Db, outside: OutsideSeal): Promise<boolean> {
  return (await chainedOf(db, outside.number))?.toString('hex') === outside.chained
}

/**
 * A file that the chain does not hold is evidence: it is put aside under another name before a newer seal is written.
 * @returns the name it now has, undefined when nothing was put aside
 */
export async function keepDisputed(db: Db, path: string): Promise<string | undefined> {
  const outside = readSealFile(path)
  if (!outside || (await holds(db, outside))) return undefined
  const aside = `${path}.disputed-${outside.number}-${Date.now()}`
  renameSync(path, aside)
  return aside
}

/** The files that were put aside. */
export function disputedFiles(path: string): string[] {
  try {
    const prefix = `${basename(path)}.disputed-`
    return readdirSync(dirname(path))
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(dirname(path), name))
  } catch {
    return []
  }
}
