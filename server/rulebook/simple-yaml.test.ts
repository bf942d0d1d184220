import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { RULEBOOK_FOLDER } from './load.ts'
import { readSimpleYaml } from './simple-yaml.ts'

const files = readdirSync(RULEBOOK_FOLDER, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.yaml'),
)

/** The full parser's answer, or a marker for what it refuses. */
function full(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' })
  } catch {
    return Symbol.for('refused')
  }
}

const MISTAKES = [
  'id: a|id: |- |- id: b|  more|"d"|{ a: 1 }|[a, b|]| # c|: |x|1|>|&a|*a|...|---|a:b|,| - |{ a: ',
  "'q'|''|'",
]
  .flatMap((list) => list.split('|'))
  .concat('|', '\t', '\n', '\n  ', '\n- ', '\n    deep: 1', '\nkey: v', '\n\n')

describe('the simple reader is right or silent', () => {
  test.each(files)('%s reads as the full parser reads it', (file) => {
    const text = readFileSync(join(RULEBOOK_FOLDER, file), 'utf8')
    const read = readSimpleYaml(text) ?? { data: full(text) }
    expect(read.data).toEqual(full(text))
  })

  test('it reads nine tenths of the rule-book, else it would be no use', () => {
    const papers = files.filter((f) => !f.startsWith('worked-examples'))
    const texts = papers.map((f) => readFileSync(join(RULEBOOK_FOLDER, f), 'utf8'))
    const size = (list: string[]) => list.reduce((sum, text) => sum + text.length, 0)
    expect(size(texts.filter((text) => readSimpleYaml(text))) / size(texts)).toBeGreaterThan(0.9)
  })

  const scalar = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...': #-\'"[]{},&*!|>%@`?~.0123e+xo\\\n中文'), maxLength: 10 }),
    fc.constantFrom(
      'null',
      'true',
      '~',
      '1.5',
      '4.1.1',
      '0x1f',
      '1e3',
      '.inf',
      '- a',
      'a: b',
      'a #b',
      '2021-01-01',
    ),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )
  const key = fc.constantFrom('id', 'title', 'fact', '标题', '1-01', 'true', '7', 'a b')
  const { node } = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      scalar,
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(key, tie('node'), { maxKeys: 4 }),
    ),
  }))

  test('whatever the full writer writes', () => {
    fc.assert(
      fc.property(node, fc.boolean(), (data, flow) => {
        const text = stringify(data, { lineWidth: flow ? 30 : 0, collectionStyle: flow ? 'flow' : 'any' })
        const read = readSimpleYaml(text) ?? { data: full(text) }
        expect(read.data).toEqual(full(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('whatever a hand may write by mistake', () => {
    const piece = fc.constantFrom(...MISTAKES)
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const read = readSimpleYaml(text) ?? { data: full(text) }
        expect(read.data).toEqual(full(text))
      }),
      { numRuns: 5000 },
    )
  })
})
