import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Fault, loadRulebook, RULEBOOK_FOLDER, RulebookError } from '../load.ts'

/** A change to one file of the rule-book: the first `find` becomes `put`. */
export interface Planted {
  file: string
  find: string
  put: string
}

/** Loads a copy of the rule-book with the change planted, and answers its faults; none when it still loads. */
export function faultsOf({ file, find, put }: Planted): readonly Fault[] {
  const folder = mkdtempSync(join(tmpdir(), 'rulebook-'))
  try {
    cpSync(RULEBOOK_FOLDER, folder, { recursive: true })
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    if (!text.includes(find)) throw new Error(`${file} has no "${find}" to change`)
    writeFileSync(
      path,
      text.replace(find, () => put),
    )
    loadRulebook(folder)
    return []
  } catch (e) {
    if (e instanceof RulebookError) return e.faults
    throw e
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The line, counted from 1, on which the real file has this text. */
export function lineOf(file: string, find: string): number {
  return readFileSync(join(RULEBOOK_FOLDER, file), 'utf8').split(find)[0]?.split('\n').length ?? 0
}
