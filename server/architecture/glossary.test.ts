import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadRulebook } from '../rulebook/load.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const { clauses, rulings } = loadRulebook()

interface Entry {
  word: string
  chinese: string
  papers: string[]
  home: string
}

/** The rows of the glossary's tables whose first cell is a code word. */
const entriesOf = (markdown: string): Entry[] =>
  [...markdown.matchAll(/^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \| `([^`]+)` \|/gm)].map(
    ([, word = '', chinese = '', papers = '', home = '']) => ({
      word,
      chinese: chinese.trim(),
      papers: papers.trim().split('、'),
      home,
    }),
  )

const stands = (word: string, text: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text)

function faultOf({ word, chinese, papers, home }: Entry): string | undefined {
  const path = join(project, home)
  if (!existsSync(path)) return `${word}: there is no ${home}`
  if (!stands(word, readFileSync(path, 'utf8'))) return `${word} does not stand in ${home}`
  if (!/\p{Script=Han}/u.test(chinese)) return `${word} has no Chinese term`
  const unknown = papers.find((id) => (/^(\d|A\.)/.test(id) ? !clauses[id] : /^C\d/.test(id) && !rulings[id]))
  return unknown === undefined ? undefined : `${word}: the rule-book has no ${unknown}`
}

describe('docs/glossary.md pairs code words with terms of art', () => {
  const entries = entriesOf(readFileSync(join(project, 'docs/glossary.md'), 'utf8'))

  test('every word stands in the file it names, and its clauses and rulings exist', () => {
    process.stdout.write(`glossary: ${entries.length} words\n`)
    expect(entries.length).toBeGreaterThan(100)
    expect(entries.flatMap((entry) => faultOf(entry) ?? [])).toEqual([])
  })

  test('one word per concept: none is explained twice', () => {
    const words = entries.map((entry) => entry.word)
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  })

  test('a planted row with a dead word, a dead file or a dead clause is caught', () => {
    const planted = entriesOf(
      [
        '| `mechanist` | 计分方法 | – | `server/rulebook/edition.ts` | |',
        '| `edition` | 标准版本 | – | `server/rulebook/nowhere.ts` | |',
        '| `edition` | 标准版本 | 9.9.9 | `server/rulebook/edition.ts` | |',
        '| `edition` | edition | – | `server/rulebook/edition.ts` | |',
      ].join('\n'),
    )
    expect(planted.map(faultOf)).toEqual([
      'mechanist does not stand in server/rulebook/edition.ts',
      'edition: there is no server/rulebook/nowhere.ts',
      'edition: the rule-book has no 9.9.9',
      'edition has no Chinese term',
    ])
  })
})
