import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type Fault, makeFault } from './fault.ts'
import { emptyParts, type Located, type Parts } from './parts.ts'
import { calendarFile } from './schema/calendars.ts'
import { clausesFile } from './schema/clauses.ts'
import { factsFile } from './schema/facts.ts'
import { indicatorsFile } from './schema/indicators.ts'
import { limitsFile } from './schema/limits.ts'
import { notCheckableFile, requirementsFile } from './schema/requirements.ts'
import { categoriesFile } from './schema/petition-categories.ts'
import { questionnaire } from './schema/questionnaires.ts'
import { rulingsFile } from './schema/rulings.ts'
import { scheme } from './schema/schemes.ts'
import { readSource, type SourceFile } from './source-file.ts'
import { validate } from './validate.ts'

/** Reads all papers under a folder; faults of form go to `faults`, well-formed files are kept. */
export function readParts(root: string, faults: Fault[]): Parts {
  const parts = emptyParts()
  if (!existsSync(root)) {
    faults.push(makeFault(root, 1, 'folder-missing', { path: root }))
    return parts
  }
  for (const [folder, add] of Object.entries(READERS)) {
    for (const path of yamlFiles(join(root, folder))) {
      const name = `rulebook/${relative(root, path).split(sep).join('/')}`
      const file = readSource(path, name)
      faults.push(...file.faults)
      if (file.faults.length === 0) add(file, parts, faults)
    }
  }
  return parts
}

type Reader = (file: SourceFile, parts: Parts, faults: Fault[]) => void

const READERS: Record<string, Reader> = {
  clauses: (file, parts, faults) => parts.clauses.push(...located(file, validate(file, clausesFile, faults))),
  requirements: (file, parts, faults) => {
    if (file.name.endsWith('/not-checkable.yaml')) {
      parts.notCheckable.push(...located(file, validate(file, notCheckableFile, faults)))
    } else {
      parts.requirements.push(...located(file, validate(file, requirementsFile, faults)))
    }
  },
  limits: (file, parts, faults) => parts.limits.push(...located(file, validate(file, limitsFile, faults))),
  facts: (file, parts, faults) => parts.facts.push(...located(file, validate(file, factsFile, faults))),
  indicators: addTable,
  schemes: (file, parts, faults) => {
    const value = validate(file, scheme, faults)
    if (value) parts.schemes.push({ value, file, path: [] })
  },
  calendars: (file, parts, faults) => {
    const value = validate(file, calendarFile, faults)
    if (value) parts.calendars.push({ value, file, path: [] })
  },
  petitions: (file, parts, faults) =>
    parts.categories.push(...located(file, validate(file, categoriesFile, faults))),
  questionnaires: (file, parts, faults) => {
    const value = validate(file, questionnaire, faults)
    if (value) parts.questionnaires.push({ value, file, path: [] })
  },
  rulings: (file, parts, faults) => parts.rulings.push(...located(file, validate(file, rulingsFile, faults))),
}

/** Adds the rows of one indicators file, each with its table and edition. */
export function addTable(file: SourceFile, parts: Parts, faults: Fault[]): void {
  const value = validate(file, indicatorsFile, faults)
  value?.rows.forEach((row, i) => {
    parts.rows.push({ value: row, file, path: ['rows', i], table: value.table, edition: value.edition })
  })
}

function located<T>(file: SourceFile, values: T[] | undefined): Located<T>[] {
  return (values ?? []).map((value, i) => ({ value, file, path: [i] }))
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
