import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context } from '../server/access/context.ts'
import {
  type FoundRound,
  type Wanted,
  type WholeScore,
  wholeScores,
} from '../server/modules/evaluation/index.ts'
import { StartFault } from '../server/platform/start-fault.ts'
import type { Editions } from '../server/rulebook/load.ts'
import { scoresBook } from './scores-book.ts'

export interface ScoresToWrite {
  ctx: Context
  editions: Editions
  round: FoundRound
  wanted: Wanted
  /** Ends in .xlsx or .json. */
  out: string
  demo: boolean
}

/**
 * Writes every subject's score as it is drawn. The file appears whole or not at all.
 * @returns how many subjects
 * @throws StartFault when the file cannot be written
 */
export async function writeScores(asked: ScoresToWrite): Promise<number> {
  const { ctx, editions, round, wanted, out } = asked
  let subjects = 0
  const counted = async function* (scores: AsyncIterable<WholeScore>) {
    for await (const score of scores) {
      subjects++
      yield score
    }
  }
  const draft = `${out}.part`
  try {
    const scores = (more: Wanted) => wholeScores(ctx, editions, round.id, { ...wanted, ...more })
    const body = out.endsWith('.json')
      ? Readable.from(jsonOf(counted(scores({}))))
      : scoresBook({
          ...asked,
          totals: () => counted(scores({ totalsOnly: true })),
          scores: (table) => scores({ table }),
        })
    await pipeline(body, createWriteStream(draft))
    renameSync(draft, out)
  } catch (fault) {
    rmSync(draft, { force: true })
    const { code, message } = fault as NodeJS.ErrnoException
    if (code === undefined || !/^(EACCES|ENOENT|EROFS|ENOSPC|EISDIR|EPERM|ENOTDIR)$/.test(code)) throw fault
    throw new StartFault(
      `${out} 写不进去（${message}）。请换一个能写的位置。`,
      `${out} cannot be written (${message}).`,
    )
  }
  return subjects
}

async function* jsonOf(scores: AsyncIterable<WholeScore>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const score of scores) {
    yield before + JSON.stringify(reportOf(score))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Points are exact decimals, rounded to 12 places where none ends; `totalExact` is a fraction. */
const reportOf = (score: WholeScore) => ({
  subject: score.name,
  code: score.code,
  kind: score.kind,
  district: score.districtName,
  street: score.streetName,
  table: score.table,
  variant: score.variant,
  households: score.households,
  total: score.total,
  totalExact: score.totalExact,
  band: score.band,
  rank: score.rank,
  missing: score.missing,
  notAssessed: score.notAssessed,
  rows: score.rows.map(({ id, points, max, state, provenance, why }) => ({
    id,
    points,
    max,
    state,
    provenance,
    reason: why,
  })),
})
