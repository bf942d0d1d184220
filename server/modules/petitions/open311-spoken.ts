import { XMLBuilder } from 'fast-xml-parser'
import type { Refusal } from '../../platform/problems/refusal.ts'

export type Format = 'json' | 'xml'

/** What GeoReport v2 answers: JSON, or the same under the names that its XML gives the list and each of its parts. */
export interface Spoken {
  status: number
  type: string
  text: string
}

const builder = new XMLBuilder({ suppressEmptyNode: true })
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
const types = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const

/** One thing, such as a service's definition. */
export const say = (format: Format, root: string, thing: object, status = 200): Spoken => ({
  status,
  type: types[format],
  text: format === 'json' ? JSON.stringify(thing) : declaration + builder.build({ [root]: thing }),
})

/** A list: bare in JSON; `<root><part>…` in XML. */
export const sayAll = (
  format: Format,
  [root, part]: readonly [string, string],
  list: readonly object[],
  status = 200,
): Spoken => ({
  status,
  type: types[format],
  text:
    format === 'json'
      ? JSON.stringify(list)
      : declaration + builder.build({ [root]: list.length > 0 ? { [part]: list } : '' }),
})

/** A refusal in the protocol's form: the code first, then words in both languages. */
export const sayFault = (format: Format, { status, zh, en }: Pick<Refusal, 'status' | 'zh' | 'en'>): Spoken =>
  sayAll(format, ['errors', 'error'], [{ code: status, description: `${zh} ${en}` }], status)
