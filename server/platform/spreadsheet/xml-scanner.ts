import { refuse } from './problems.ts'

/** Hears an XML text as it goes by. Names come without their namespace prefix; an empty element is opened and closed. */
export interface XmlListener {
  open(name: string, tag: string): void
  close(name: string): void
  text(text: string): void
}

/** No tag or text of a sheet is longer (a cell holds at most 32,767 characters). */
const longestPiece = 4_000_000
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (name) return entities[name] ?? whole
          const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
          return point <= 0x10ffff ? String.fromCodePoint(point) : whole
        },
      )
    : text

/** An attribute's value by its name without a prefix; undefined when the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  pair.lastIndex = 0
  for (let found = pair.exec(tag); found; found = pair.exec(tag)) {
    if (found[1] === name) return decode(found[2] ?? found[3] ?? '')
  }
  return undefined
}

const pair = /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * Reads SpreadsheetML piece by piece. Entities are never expanded beyond the five of XML and a document type is
 * refused, so that no text can grow while it is read.
 */
export class XmlScanner {
  readonly #listener: XmlListener
  #rest = ''

  constructor(listener: XmlListener) {
    this.#listener = listener
  }

  /** @throws Refusal when the text is not well-formed as far as a sheet needs it */
  write(piece: string): void {
    const text = this.#rest + piece
    let at = 0
    for (;;) {
      const tag = text.indexOf('<', at)
      if (tag < 0) break
      const end = endOfTag(text, tag)
      if (end < 0) break
      if (tag > at) this.#listener.text(decode(text.slice(at, tag)))
      this.#tag(text.slice(tag + 1, end))
      at = end + 1
    }
    this.#rest = text.slice(at)
    if (this.#rest.length > longestPiece) throw refuse('damaged')
  }

  /** @throws Refusal when the text breaks off inside a tag */
  end(): void {
    if (this.#rest.includes('<')) throw refuse('damaged')
  }

  #tag(tag: string) {
    const first = tag.charCodeAt(0)
    if (first === 63) return
    if (first === 33) return this.#marked(tag)
    if (first === 47) return this.#listener.close(localName(tag, 1))
    const name = localName(tag, 0)
    this.#listener.open(name, tag)
    if (tag.endsWith('/')) this.#listener.close(name)
  }

  #marked(tag: string) {
    if (tag.startsWith('![CDATA[')) this.#listener.text(tag.slice(8, -2))
    else if (!tag.startsWith('!--')) throw refuse('damaged')
  }
}

function localName(tag: string, from: number): string {
  let start = from
  let end = from
  for (; end < tag.length; end++) {
    const code = tag.charCodeAt(end)
    if (code === 58) start = end + 1
    else if (code <= 32 || code === 47) break
  }
  return tag.slice(start, end)
}

/** Where the tag that begins at `from` ends; -1 when the piece breaks off before. A quoted value may hold '>'. */
function endOfTag(text: string, from: number): number {
  if (text.startsWith('<!--', from)) return ending(text, '-->', from + 4)
  if (text.startsWith('<![CDATA[', from)) return ending(text, ']]>', from + 9)
  if (text.length - from < 9 && '<![CDATA['.startsWith(text.slice(from))) return -1
  let end = text.indexOf('>', from)
  while (end >= 0 && insideQuotes(text, from, end)) end = text.indexOf('>', end + 1)
  return end
}

function ending(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length - 1
}

function insideQuotes(text: string, from: number, to: number): boolean {
  let quote = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (quote === 0 && (code === 34 || code === 39)) quote = code
    else if (code === quote) quote = 0
  }
  return quote !== 0
}
