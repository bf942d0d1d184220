import type { Db } from '../server/platform/database/database.ts'
import { findRounds, type FoundRound } from '../server/modules/evaluation/index.ts'

/** The round that was named cannot be told from others, or is none. */
export class RoundFault extends Error {}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The round that a person names by year, by year and name, or by id. @throws RoundFault with the sentence for the console */
export async function oneRound(db: Db, asked: string): Promise<FoundRound> {
  const [year = '', ...rest] = asked.split('/')
  const name = rest.join('/')
  if (!uuid.test(asked) && !/^\d{4}$/.test(year))
    throw new RoundFault(`看不懂轮次“${asked}”：请写年度（2026）、年度/名称（2026/2026 年度）或轮次编号。`)
  const found = await findRounds(
    db,
    uuid.test(asked) ? { id: asked } : { year: Number(year), ...(name ? { name } : {}) },
  )
  const [only, another] = found
  if (only && !another) return only
  if (!only) throw new RoundFault(`没有“${asked}”这一轮评价。请核对年度和名称，或先在系统里开启这一轮。`)
  const listed = found.map((one) => `  ${one.year}/${one.name}（${one.placeName}）  ${one.id}`).join('\n')
  throw new RoundFault(`“${asked}”有 ${found.length} 轮评价，请写明是哪一轮：\n${listed}`)
}
