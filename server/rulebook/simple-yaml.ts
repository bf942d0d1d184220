/**
 * Reads the plain part of YAML in which the rule-book is written: block maps and lists, flow collections,
 * one-line scalars, comments. For anything else it answers undefined and the full parser takes over, so it is never wrong, only sometimes no help; a test holds it against the full parser.
 * It is there because the full parser takes four times as long as everything else at start.
 */
export function readSimpleYaml(text: string): { data: unknown } | undefined {
  if (/[\t\r\ufeff]|^(?:---|\.\.\.|%)/m.test(text)) return undefined
  const lines = text.split('\n').flatMap((line): Line[] => {
    const body = line.trimStart()
    return body === '' || body.startsWith('#')
      ? []
      : [{ indent: line.length - body.length, body: body.trimEnd() }]
  })
  try {
    const cursor = { lines, at: 0 }
    const data = readBlock(cursor, 0)
    return cursor.at === lines.length ? { data } : undefined
  } catch (e) {
    if (e === BEYOND) return undefined
    throw e
  }
}

interface Line {
  indent: number
  body: string
}

interface Cursor {
  lines: Line[]
  at: number
}

const BEYOND = new Error('beyond simple YAML')

function beyond(): never {
  throw BEYOND
}

function readBlock(cursor: Cursor, indent: number): unknown {
  const line = cursor.lines[cursor.at]
  if (line?.indent !== indent) return beyond()
  return line.body.startsWith('- ') ? readList(cursor, indent) : readMap(cursor, indent)
}

function readList(cursor: Cursor, indent: number): unknown[] {
  const list: unknown[] = []
  for (let line = cursor.lines[cursor.at]; line?.indent === indent; line = cursor.lines[cursor.at]) {
    if (!line.body.startsWith('- ')) return beyond()
    const body = line.body.slice(2).trimStart()
    const inner = indent + line.body.length - body.length
    if (KEY.test(body)) {
      cursor.lines[cursor.at] = { indent: inner, body }
      list.push(readMap(cursor, inner))
    } else {
      cursor.at++
      list.push(readInline(withContinuation(cursor, indent, body)))
    }
  }
  return ended(cursor, indent, list)
}

/** A plain key that is surely text: no number, no word with a meaning of its own. */
const KEY = /^([\p{L}“”][\p{L}\p{N}_“”（）、+-]*|\d-\d\d):(?: |$)/u
const WORDS_WITH_MEANING = /^(?:true|false|null)$/i

function readMap(cursor: Cursor, indent: number): Record<string, unknown> {
  const map: Record<string, unknown> = {}
  for (let line = cursor.lines[cursor.at]; line?.indent === indent; line = cursor.lines[cursor.at]) {
    const key = KEY.exec(line.body)?.[1]
    if (key === undefined || WORDS_WITH_MEANING.test(key) || Object.hasOwn(map, key) || key === '__proto__') {
      return beyond()
    }
    const body = line.body.slice(key.length + 1).trimStart()
    cursor.at++
    map[key] =
      body === '' || body.startsWith('#')
        ? readNested(cursor, indent)
        : readInline(withContinuation(cursor, indent, body))
  }
  return ended(cursor, indent, map)
}

function readNested(cursor: Cursor, indent: number): unknown {
  const next = cursor.lines[cursor.at]
  if (next === undefined || next.indent < indent) return null
  if (next.indent > indent) return readBlock(cursor, next.indent)
  return next.body.startsWith('- ') ? readList(cursor, indent) : null
}

/** A deeper line after a finished value would continue it; that is for the full parser. */
function ended<T>(cursor: Cursor, indent: number, value: T): T {
  const next = cursor.lines[cursor.at]
  return next !== undefined && next.indent > indent ? beyond() : value
}

/** A flow collection may run on over deeper lines; the line breaks stay, so that no scalar can span them. */
function withContinuation(cursor: Cursor, indent: number, body: string): string {
  if (!/^[[{]/.test(body)) return body
  let whole = body
  for (let next = cursor.lines[cursor.at]; next && next.indent > indent; next = cursor.lines[cursor.at]) {
    whole += `\n${next.body}`
    cursor.at++
  }
  return whole
}

function readInline(body: string): unknown {
  const source = { text: body, at: 0 }
  const value = readFlow(source, false)
  return /^(?:\s+#.*|\s*)$/.test(body.slice(source.at)) ? value : beyond()
}

interface Source {
  text: string
  at: number
}

function readFlow(source: Source, nested: boolean): unknown {
  const first = source.text[source.at]
  if (first === '[') return readFlowList(source)
  if (first === '{') return readFlowMap(source)
  if (first === "'" || first === '"') return readQuoted(source, first)
  return readPlain(source, nested)
}

function skipSpaces(source: Source): void {
  while (source.text[source.at] === ' ' || source.text[source.at] === '\n') source.at++
}

/** Steps over a comma, or over the closing bracket; answers whether the collection goes on. */
function goesOn(source: Source, close: string): boolean {
  skipSpaces(source)
  const c = source.text[source.at++]
  skipSpaces(source)
  if (c === ',') return true
  return c === close ? false : beyond()
}

function readFlowList(source: Source): unknown[] {
  const list: unknown[] = []
  source.at++
  skipSpaces(source)
  if (source.text[source.at] === ']') {
    source.at++
    return list
  }
  do list.push(readFlow(source, true))
  while (goesOn(source, ']'))
  return list
}

function readFlowMap(source: Source): Record<string, unknown> {
  const map: Record<string, unknown> = {}
  source.at++
  skipSpaces(source)
  if (source.text[source.at] === '}') {
    source.at++
    return map
  }
  do {
    const key = KEY.exec(source.text.slice(source.at))?.[1]
    if (key === undefined || WORDS_WITH_MEANING.test(key) || Object.hasOwn(map, key) || key === '__proto__') {
      return beyond()
    }
    source.at += key.length + 1
    skipSpaces(source)
    map[key] = readFlow(source, true)
  } while (goesOn(source, '}'))
  return map
}

function readQuoted(source: Source, quote: string): string {
  const pattern = quote === "'" ? /'((?:[^'\n]|'')*)'(?!')/y : /"([^"\\\n]*)"/y
  pattern.lastIndex = source.at
  const found = pattern.exec(source.text)
  if (!found) return beyond()
  source.at = pattern.lastIndex
  return quote === "'" ? (found[1] ?? '').replaceAll("''", "'") : (found[1] ?? '')
}

function readPlain(source: Source, nested: boolean): unknown {
  const pattern = nested ? /[^,[\]{}\n]*/y : /.*/y
  pattern.lastIndex = source.at
  const raw = (pattern.exec(source.text)?.[0] ?? '').replace(/\s#.*$/, '')
  source.at += raw.length
  const text = raw.trimEnd()
  if (text === '' || /^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|:(?:\s|$)/.test(text)) return beyond()
  return resolved(text)
}

/** The core schema: what a plain scalar means. */
function resolved(text: string): unknown {
  if (/^(?:~|null|Null|NULL)$/.test(text)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  if (/^[-+]?\d{1,15}$/.test(text)) return Number(text)
  return /^[-+]?(?:[.\d][\d.]*(?:e[-+]?\d*)?|0o[0-7]*|0x[\da-f]*|\.inf|\.nan)$/i.test(text) &&
    !/^[\d.]*\.[\d.]*\.[\d.]*$/.test(text)
    ? beyond()
    : text
}
