import type { Source, Violation } from './source.ts'

const vague = /^(utils?|helpers?|commons?|managers?|misc)$/
const longest = 300

/** Short files, folders that say what is in them, no console in what serves. */
export function habitViolations(tree: readonly Source[]): { arrows: number; violations: Violation[] } {
  const violations: Violation[] = []
  for (const { path, lines, consoles } of tree) {
    if (lines > longest) violations.push({ path, line: lines, what: `${lines} lines; ${longest} at most` })
    const names = path.split('/').map((name) => name.replace(/\.\w+$/, ''))
    const named = names.find((name) => vague.test(name))
    if (named) violations.push({ path, line: 1, what: `“${named}” does not say what is in it` })
    if (path.startsWith('bin/')) continue
    for (const { line, text } of consoles) violations.push({ path, line, what: `console.${text}` })
  }
  return { arrows: tree.length, violations }
}
