import pg from 'pg'
import { expect, test } from 'vitest'
import { scratchDatabase } from './scratch.ts'

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

test('each scratch database is migrated, its own, and the application role cannot change its schema', async () => {
  const [one, two] = await Promise.all([scratchDatabase(), scratchDatabase()])
  await query(one.migratorUrl, 'CREATE TABLE public.mine (id int)')
  expect((await query(one.appUrl, 'SELECT name FROM platform.migration')).rowCount).toBeGreaterThan(0)
  await expect(query(two.migratorUrl, 'SELECT FROM public.mine')).rejects.toThrow('does not exist')
  await expect(query(one.appUrl, 'CREATE TABLE public.theirs (id int)')).rejects.toThrow('permission denied')
  await one.drop()
  await two.drop()
  await expect(query(one.appUrl, 'SELECT 1')).rejects.toThrow('does not exist')
})

test('the test database knows Chinese: lengths, trigrams and pinyin order', async () => {
  const scratch = await scratchDatabase()
  await query(scratch.migratorUrl, 'CREATE EXTENSION IF NOT EXISTS pg_trgm')
  const { rows } = await query(
    scratch.appUrl,
    `SELECT length('网格员') AS characters, similarity('青山区幸福路', '幸福路') > 0 AS trigrams,
            (SELECT string_agg(x, '' ORDER BY x COLLATE "zh-x-icu") FROM unnest(ARRAY['张', '阿', '包']) x) AS ordered`,
  )
  expect(rows[0]).toEqual({ characters: 3, trigrams: true, ordered: '阿包张' })
  await scratch.drop()
})
