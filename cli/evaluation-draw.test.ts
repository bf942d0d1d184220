import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DrawPaper } from '../contracts/grading/draw.ts'
import { draw, drawables, seedHash } from '../server/modules/grading/index.ts'
import { command } from './evaluation.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-draw-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const seed = '5e'.repeat(32)
const seats = ['考核组-01', '考核组-02']
const subjects = ['15020300100110001', '15020300100110002', '15020300100110003']
const number = '03 08 15 22 27 31 + 12'
const places = subjects.map((code, i) => ({ code, district: i === 1 ? '青山区' : '昆都仑区' }))
const areas = [
  { seat: '考核组-01', districts: ['昆都仑区'] },
  { seat: '考核组-02', districts: null },
]
const open = drawables(places, areas)
const paper: DrawPaper = {
  format: 'gongzhi-draw-3',
  round: { id: '7f9c24e8-3b12-4f6a-9a0d-0242ac120002', year: 2026, name: '2026 年度' },
  commitment: {
    seedHash: seedHash(seed),
    numberName: '双色球第 2026130 期',
    numberOn: '2026-11-10',
    committedAt: '2026-11-01T01:00:00.000Z',
    subjects,
    seats,
  },
  number,
  numbers: [{ number, at: '2026-11-10T14:00:00.000Z', reason: null }],
  drawnAt: '2026-11-10T14:00:00.000Z',
  seed,
  subjects: places.map((one, i) => ({ ...one, name: '示例小区', seats: open[i]?.seats.length ?? 0 })),
  areas,
  seconds: 1,
  assignments: draw({ seed, number, subjects: open, seats, seconds: 1 }),
  reassignments: [],
}

async function run(content: string, ...words: string[]) {
  const name = join(folder, 'draw.json')
  writeFileSync(name, content)
  const said: string[] = []
  const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) }
  return { code: await command.run(['draw', name, ...words], io), said: said.join('\n') }
}

test('the published draw comes out the same, from the file or from the public answer', async () => {
  const one = await run(JSON.stringify(paper))
  expect(one).toMatchObject({ code: 0 })
  expect(one.said).toContain('一致：重做的 3 项分配')
  expect((await run(JSON.stringify({ paper }), '--json')).said).toBe('{"same":true,"faults":[]}')
})

test('another seed than the one committed to, or another hand-out, shows', async () => {
  const forged = await run(JSON.stringify({ ...paper, seed: '5f'.repeat(32) }))
  expect(forged.code).toBe(1)
  expect(forged.said).toContain('种子与承诺不符')
  const swapped = paper.assignments.map((one) => ({
    ...one,
    first: one.first === '考核组-01' ? '考核组-02' : one.first,
  }))
  expect((await run(JSON.stringify({ ...paper, assignments: swapped }))).code).toBe(1)
})

test('a subject that was left out after the commitment shows, though the rest was drawn by the rule', async () => {
  const fewer = open.slice(1)
  const less = {
    ...paper,
    subjects: paper.subjects.slice(1),
    assignments: draw({ seed, number, subjects: fewer, seats, seconds: 1 }),
  }
  const again = await run(JSON.stringify(less))
  expect(again.code).toBe(1)
  expect(again.said).toContain(`${subjects[0]}：承诺中有，抽签时去掉`)
})

test('before the grading is over there is nothing to compare; what is no paper is said so', async () => {
  const sealed = await run(JSON.stringify({ ...paper, seed: null, assignments: [] }))
  expect(sealed).toMatchObject({ code: 1 })
  expect(sealed.said).toContain('种子还没有公开')
  expect(await run('{}')).toMatchObject({ code: 2 })
  expect(await run('种子')).toMatchObject({ code: 2 })
})
