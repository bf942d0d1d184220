import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CsvRecord, parseCsv } from './csv.ts'
import { csvPieces } from './survey-rows.ts'
import { withFile } from './testing.ts'

async function pieces(path: string): Promise<CsvRecord[][]> {
  const found: CsvRecord[][] = []
  for await (const piece of csvPieces(path)) found.push(piece)
  return found
}

/** Cells with commas, quotes and line breaks, so that pieces of the file end in the midst of them. */
const awkward = (rows: number, lineEnd: string) =>
  Array.from({ length: rows }, (_, i) => `${i},"第一行${lineEnd}第二行, ""好""",${'满'.repeat(i % 40)}`).join(
    lineEnd,
  )

test.each(['\n', '\r\n', '\r'])(
  'a long file is the same records in pieces as at once, line ends %j',
  async (lineEnd) => {
    const text = awkward(30_000, lineEnd)
    await withFile('long.csv', text, async (path) => {
      const found = await pieces(path)
      expect(found.flat()).toEqual(parseCsv(text))
      if (lineEnd !== '\r') expect(found.length).toBeGreaterThan(1)
    })
  },
)

test('GB 18030 is told from UTF-8 though the first piece could be either', async () => {
  const plain = '1,x\n'.repeat(400_000)
  await withFile('gb.csv', plain, async (path) => {
    writeFileSync(path, Buffer.concat([Buffer.from(plain), Buffer.from([0xb7, 0xd6])]))
    expect((await pieces(path)).flat().at(-1)).toEqual({ line: 400_001, cells: ['分'] })
  })
})

test('a quote that is never closed is named by the line of its record', async () => {
  await withFile('open.csv', `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(10)}`, async (path) => {
    await expect(pieces(path)).rejects.toThrow('第 3 行：引号没有成对')
  })
})
