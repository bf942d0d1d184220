import type { z } from 'zod'
import { type Fault, makeFault } from './fault.ts'
import { faultTexts } from './fault-texts.ts'
import type { Path, SourceFile } from './source-file.ts'

type Issue = z.core.$ZodIssue

const TYPE_NAMES: Record<string, string> = {
  string: '文字（数字请加引号）',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '键值对',
  record: '键值对',
}

/** Checks a file's data against its paper; every issue becomes a fault with its line. */
export function validate<S extends z.ZodType>(
  file: SourceFile,
  schema: S,
  faults: Fault[],
): z.output<S> | undefined {
  const checked = schema.safeParse(file.data)
  if (checked.success) return checked.data
  for (const issue of checked.error.issues) faults.push(...issueFaults(file, issue, issue.path))
  return undefined
}

function issueFaults(file: SourceFile, issue: Issue, path: Path): Fault[] {
  const field =
    path.length === 0
      ? '文件最外层'
      : (path.filter((p) => typeof p === 'string').at(-1) ?? `#${String(path.at(-1))}`)
  const at = (code: string, params = {}, where = path) => [
    makeFault(file.name, file.lineOf(where), code, { field, ...params }),
  ]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.flatMap((key) => at('field-unknown', { field: key }, [...path, key]))
  }
  if (isAbsent(file.data, path)) return at('field-missing')
  if (issue.code === 'invalid_type') {
    const expected = issue.expected
    return at('field-type', { expected, expectedZh: TYPE_NAMES[expected] ?? expected })
  }
  if (issue.code === 'invalid_value') return at('field-choice', { choices: issue.values.join('、') })
  if (issue.code === 'invalid_union') return unionFaults(file, issue, path)
  if (issue.code === 'too_small' || issue.code === 'too_big') return at('field-empty')
  if (issue.code === 'custom' && faultTexts[issue.message]) return at(issue.message)
  return at('field-form')
}

/** The member that came furthest speaks for a union; a wrong discriminator names itself. */
function unionFaults(
  file: SourceFile,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): Fault[] {
  if (issue.discriminator !== undefined && 'options' in issue && Array.isArray(issue.options)) {
    const choice = { field: issue.discriminator, choices: issue.options.join('、') }
    return [makeFault(file.name, file.lineOf(path), 'field-choice', choice)]
  }
  const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0]
  if (nearest?.[0]) return nearest.flatMap((inner) => issueFaults(file, inner, [...path, ...inner.path]))
  const field = String(path.at(-1) ?? '文件最外层')
  const where = isAbsent(file.data, path) ? 'field-missing' : 'field-form'
  return [makeFault(file.name, file.lineOf(path), where, { field })]
}

function isAbsent(data: unknown, path: Path): boolean {
  let value: unknown = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false
    value = Reflect.get(value, key)
  }
  return value === undefined
}
