import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../../../shared/data/text-robustness/', import.meta.url))

const own = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(1+9)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.test","点我")',
  '"引号""与,逗号',
  '第一行\n第二行',
  '回车\r\n换行',
  '制\t表',
  '\u0001控制\u001f',
  '_x000D_ 字面',
  '<b>&amp;</b> &lt;',
  '喆堃䶮㛃𬭳',
  'e\u0301 与 é',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'العربية עברית',
  '零\u200b宽\u2060字\u00ad符',
  'null',
  'undefined',
  '1E5',
  '00012',
  '１２３',
  "'; DROP TABLE organisations.place; --",
  '${7*7} {{7*7}}',
  '../../etc/passwd',
  'a'.repeat(300),
]

/** Texts that upset programs: a list of our own, and a public one where it lies beside the project. */
export function awkwardTexts(): string[] {
  if (!existsSync(`${folder}blns.json`)) {
    process.stderr.write(
      'shared/data/text-robustness is not there: only the own list of awkward texts is tried\n',
    )
    return own
  }
  const listed = JSON.parse(readFileSync(`${folder}blns.json`, 'utf8')) as string[]
  const formulas = readFileSync(`${folder}csv-formula.txt`, 'utf8').split('\n')
  return [...own, ...listed, ...formulas].filter((text) => text.trim() !== '')
}
