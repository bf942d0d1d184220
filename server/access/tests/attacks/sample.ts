import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** The part of JSON Schema that the contracts use. */
interface Shape {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  minItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  pattern?: string
  format?: string
  default?: unknown
}

const plausible = [
  '2026-01-01',
  '150203001001',
  '1-01',
  '1.5',
  'tester-x',
  '演示名称',
  '1',
  'DB1502-draft-2021',
  '0101',
]

/** @returns the wire form of a schema, or undefined when there is none */
export const shapeOf = (schema: z.ZodType | undefined): Shape | undefined =>
  schema && (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)

/** A value that the schema takes; `known` gives what is known of a field by its name. */
export function sample(shape: Shape, known: Readonly<Record<string, unknown>> = {}, name = ''): unknown {
  if (name in known && (shape.format !== 'uuid' || isUuid(known[name]))) return known[name]
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  if (shape.default !== undefined) return shape.default
  if (shape.anyOf) return sample(shape.anyOf[0] as Shape, known)
  if (shape.type === 'object') {
    const fields = Object.entries(shape.properties ?? {}).filter(
      ([key]) => shape.required?.includes(key) || key in known,
    )
    return Object.fromEntries(fields.map(([key, field]) => [key, sample(field, known, key)]))
  }
  if (shape.type === 'array')
    return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}, known))
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(1, shape.minimum ?? 1)
  if (shape.type === 'boolean') return false
  return text(shape)
}

const isUuid = (value: unknown) => z.uuid().safeParse(value).success

function text({ format, pattern, minLength = 0, maxLength = 1e9 }: Shape): string {
  if (format === 'uuid') return randomUUID()
  const fits = (value: string) =>
    (!pattern || new RegExp(pattern, 'u').test(value)) &&
    value.length >= minLength &&
    value.length <= maxLength
  return plausible.find(fits) ?? ''
}

/** The same value with one of its fields, however deep, replaced; one for each field that holds a text or number. */
export function* withField(value: unknown, bad: unknown): Generator<{ path: string; value: unknown }> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries())
      for (const { path, value: changed } of withField(item, bad))
        yield { path: `${i}.${path}`, value: value.with(i, changed) }
    return
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value))
      for (const { path, value: changed } of withField(item, bad))
        yield { path: `${key}.${path}`, value: { ...value, [key]: changed } }
    return
  }
  yield { path: '', value: bad }
}
