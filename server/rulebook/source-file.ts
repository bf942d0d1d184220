import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { LineCounter, parseDocument } from 'yaml'
import { type Fault, makeFault } from './fault.ts'

export type Path = readonly PropertyKey[]

/** A parsed YAML file that can tell on which line any of its values stands. */
export interface SourceFile {
  name: string
  data: unknown
  faults: Fault[]
  lineOf(path: Path): number
}

/**
 * `name` is the path that faults show. A sound file is read by the quick parser (the whole rule-book in a fifth of
 * the time); the one that knows lines is asked only where a fault must be placed.
 */
export function parseSource(name: string, text: string): SourceFile {
  let finder: ((path: Path) => number) | undefined
  const lineOf = (path: Path) => {
    finder ??= lineFinder(text)
    return finder(path)
  }
  try {
    return { name, data: load(text, { schema: CORE_SCHEMA }), faults: [], lineOf }
  } catch {
    return placeFaults(name, text, lineOf)
  }
}

function placeFaults(name: string, text: string, lineOf: SourceFile['lineOf']): SourceFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const faults = document.errors.map((e) => {
    const problem = e.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''
    return makeFault(name, lines.linePos(e.pos[0]).line, 'yaml', { problem })
  })
  return { name, data: faults.length > 0 ? undefined : document.toJS(), faults, lineOf }
}

function lineFinder(text: string): (path: Path) => number {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  return (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
      if (Array.isArray(range)) return lines.linePos(Number(range[0])).line
    }
    return 1
  }
}

export function readSource(path: string, name: string): SourceFile {
  return parseSource(name, readFileSync(path, 'utf8'))
}
