import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { RULEBOOK_FOLDER } from '../server/rulebook/load.ts'
import { command } from './scheme.ts'
import { run, withFile } from './testing.ts'

const paper = (path: string) => readFileSync(join(RULEBOOK_FOLDER, path), 'utf8')
const TABLES = ['A.1', 'A.2', 'A.3', 'A.4'].map((id) => paper(`indicators/${id}.yaml`))

/** A proposed edition made of the standing papers under another id. */
function proposal(change: (text: string) => string = (text) => text): string {
  const scheme: unknown = parse(paper('schemes/DB1502-draft-2021.yaml'))
  const text = stringify({ scheme, indicators: TABLES.map((t): unknown => parse(t)) })
  return change(text.replaceAll('DB1502-draft-2021', 'DB1502-2027'))
}

const check = (content: string) => withFile('proposal.yaml', content, (path) => run(command, 'check', path))

describe('gongzhi scheme show', () => {
  test('prints the rows in table order', async () => {
    const { out, code } = await run(command, 'show', 'A.1', '--json')
    const row = z.object({
      id: z.string(),
      table: z.literal('A.1'),
      level1: z.string(),
      level2: z.string(),
      indicator: z.string(),
      points: z.number(),
      evaluator: z.string(),
      variant: z.string().nullable(),
      mechanism: z.string(),
      facts: z.array(z.string()),
    })
    const rows = z.array(row).parse(JSON.parse(out))
    expect(code).toBe(0)
    expect(rows.map((r) => r.id)).toEqual(rows.map((r) => r.id).toSorted())
    expect(rows.find((r) => r.id === '1-13')?.facts).toEqual([
      'project-head-duties-document',
      'project-head-in-post',
    ])
    const existing = rows.filter((r) => r.variant !== '老旧小区')
    expect(existing.reduce((sum, r) => sum + r.points, 0)).toBe(100)
  })

  test('for people it groups the rows; an unknown table says which there are', async () => {
    expect((await run(command, 'show', 'A.2')).out).toContain('【负面清单】')
    const unknown = await run(command, 'show', 'A.7')
    expect([unknown.code, unknown.err.trim()]).toEqual([1, '没有“A.7”表，可选：A.1、A.2、A.3、A.4。'])
    expect((await run(command)).err).toContain('用法')
  })
})

describe('gongzhi scheme check', () => {
  test('a sound edition and a sound single table pass', async () => {
    expect(await check(proposal())).toMatchObject({ code: 0 })
    const { out, code } = await check(TABLES[1] ?? '')
    expect(code).toBe(0)
    expect(out).toMatch(/没有发现错误。版本 DB1502-draft-2021，A.2，共 33 行/)
  })

  test('a table that sums to 99 is refused with file and line', async () => {
    const { out, err, code } = await check(proposal((t) => t.replace('points: 4', 'points: 3')))
    expect(code).toBe(1)
    expect(out).toMatch(/proposal\.yaml:\d+: “A\.1”表.*合计 99 分，应为 100 分/)
    expect(err).toMatch(/有 \d+ 处错误/)
  })

  test('a single table that sums to 101 is refused', async () => {
    const { out, code } = await check((TABLES[3] ?? '').replace('points: 2', 'points: 3'))
    expect(code).toBe(1)
    expect(out).toContain('合计 101 分，应为 100 分')
  })

  test('an unknown fact is named at its line', async () => {
    const text = proposal((t) => t.replace('fact: head-party-standing', 'fact: head-standing'))
    const line = (text.split('fact: head-standing')[0] ?? '').split('\n').length
    expect((await check(text)).out).toContain(`proposal.yaml:${line}: 引用的事实“head-standing”不存在`)
  })

  test('a limit of its own takes the place of the standing one, and may be new', async () => {
    const limit = {
      id: 'committee-party-share-minimum',
      title: '业委会党员比例下限',
      titleEn: 'Lowest share',
      clause: '4.4.3',
      unit: 'share',
      undecided: false,
      values: [{ from: '2027-01-01', to: null, value: '1/2' }],
    }
    const twice = { ...limit, values: [...limit.values, { from: '2028-01-01', to: null, value: '2/3' }] }
    expect((await check(`${proposal()}${stringify({ limits: [limit] })}`)).code).toBe(0)
    expect((await check(`${proposal()}${stringify({ limits: [twice] })}`)).out).toContain(
      '有效期自 2028-01-01 起与前一段重叠',
    )
  })

  test.each([
    ['no such file', '', /读不到文件/],
    ['no scheme', 'a: 1\n', /缺少“scheme”|不认识的字段/],
    ['not YAML', 'a: [1\n', /YAML 写法有误/],
  ])('%s', async (title, content, expected) => {
    const { out, code } =
      title === 'no such file' ? await run(command, 'check', '/nowhere/x.yaml') : await check(content)
    expect(code).toBe(1)
    expect(out).toMatch(expected)
  })
})

describe('gongzhi scheme editions', () => {
  test('without an installation lists what is shipped; an unknown edition is told', async () => {
    const nowhere = join(RULEBOOK_FOLDER, 'no-installation')
    const listed = await run(command, 'editions', '--json', '--data', nowhere)
    expect(JSON.parse(listed.out)).toMatchObject([{ id: 'DB1502-draft-2021', shipped: true }])
    expect((await run(command, 'show', 'A.1', '--edition', 'DB1502-draft-2021')).code).toBe(0)
    const unknown = await run(command, 'show', 'A.1', '--edition', 'NO-SUCH', '--data', nowhere)
    expect(unknown).toMatchObject({ code: 1 })
    expect(unknown.err).toContain('NO-SUCH')
  })
})
