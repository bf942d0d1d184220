import { createHash } from 'node:crypto'
import { acting } from '../demo-city/fill/accounts.ts'
import { evaluateYear } from '../demo-city/fill/evaluate-year.ts'
import type { Size } from '../demo-city/ground/model.ts'
import { drawArchive, findArchive, unpackArchive } from '../server/modules/archives/index.ts'
import { type FoundRound, findRounds, replay as scoreAgain } from '../server/modules/evaluation/index.ts'
import type { StageRound } from '../server/modules/stage-room.ts'
import type { Bench } from './bench.ts'
import { median } from './median.ts'
import { type ScratchCity, scratchCity } from './scratch-city.ts'

const times = 3

/** Freezes last year's round of a city and scores it again from its archive, against reading and hashing that archive. */
export const replay: Bench = (say) => measured('city', say)

/** The same for a city of any size. */
export async function measured(size: Size, say: (line: string) => void): Promise<Record<string, number>> {
  const city = await scratchCity(size, say)
  try {
    const round = await archivedRound(city, say)
    const archives = await repeated(() => drawn(city, round))
    const floors = await repeated(() => readAndHashed(city, round.id))
    const replays = await repeated(() => replayed(city, round.id))
    const { lines, bytes } = archives.last
    const { results, unpacked, equal } = replays.last
    tell(say, { archives, floors, replays })
    say(
      `  归档 ${lines} 行，${mb(bytes)}（展开 ${mb(unpacked)}）；重算 ${results} 个结果，${equal ? '逐字节一致' : '不一致'}`,
    )
    return {
      floor_s: round3(floors.seconds),
      archive_s: round3(archives.seconds),
      replay_s: round3(replays.seconds),
      ratio: round3(replays.seconds / floors.seconds),
      lines,
      bytes,
      results,
      equal: equal ? 1 : 0,
    }
  } finally {
    await city.drop()
  }
}

const round3 = (value: number) => Math.round(value * 1000) / 1000
const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`

interface Repeated<T> {
  /** The middle one. */
  seconds: number
  all: number[]
  /** Of this process's processor, the least of all times: it says more than the clock where others are at work too. */
  cpuSeconds: number
  last: T
}

async function repeated<T>(work: () => Promise<T>): Promise<Repeated<T>> {
  const all: number[] = []
  const cpu: number[] = []
  let last: T | undefined
  for (let i = 0; i < times; i++) {
    const from = performance.now()
    const before = process.cpuUsage()
    last = await work()
    all.push((performance.now() - from) / 1000)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1e6)
  }
  return { seconds: median(all), all, cpuSeconds: Math.min(...cpu), last: last as T }
}

function tell(
  say: (line: string) => void,
  { archives, floors, replays }: Record<'archives' | 'floors' | 'replays', Repeated<unknown>>,
): void {
  const list = ({ seconds, all, cpuSeconds }: Repeated<unknown>) =>
    `${seconds.toFixed(2)} 秒（${all.map((one) => one.toFixed(2)).join('、')}；占用处理器 ${cpuSeconds.toFixed(2)} 秒）`
  say(`  归档：${list(archives)}`)
  say(`  下限（读出归档的全部字节并算校验值）：${list(floors)}`)
  say(`  凭归档重算：${list(replays)}`)
}

/** Last year's round, led through every stage to its archive by the actions of the bureau, unfinished work by decision. */
async function archivedRound(
  { app, database }: ScratchCity,
  say: (line: string) => void,
): Promise<FoundRound> {
  const thisYear = new Date().getFullYear()
  const [round] = await findRounds(database.db, { year: thisYear - 1 })
  if (!round) throw new Error('the scratch city has no round of last year')
  const from = performance.now()
  const { year, edition } = round
  await evaluateYear({ app, year, edition, openedOn: `${thisYear}-01-05`, until: 'archived' })
  say(`去年一轮走完各阶段并归档，${((performance.now() - from) / 1000).toFixed(0)} 秒`)
  return round
}

const rolledBack = new Error('drawn only to be measured')

/** Draws, packs and stores the archive once more, as entering 结果确定 does, and takes it back. */
async function drawn({ app, admin, database }: ScratchCity, { id }: FoundRound) {
  const ctx = await acting(app.context, 'city')
  const { rows } = await admin.query<StageRound>(
    `SELECT id, year, name, edition, place_id AS "placeId", period_from::text AS "from", period_to::text AS "to",
      current_run::integer AS "currentRun", stage_due_on::text AS "dueOn" FROM evaluation.round WHERE id = $1`,
    [id],
  )
  const counted = { lines: 0, bytes: 0 }
  const drawing = database.db.transaction().execute(async (db) => {
    const archive = await drawArchive({ ...ctx, db }, app.engine.editions, rows[0] as StageRound, {
      kind: 'final',
    })
    Object.assign(counted, { lines: archive.lines, bytes: archive.bytes })
    throw rolledBack
  })
  await drawing.catch((fault: unknown) => {
    if (fault !== rolledBack) throw fault
  })
  return counted
}

async function partsOf({ database }: ScratchCity, roundId: string) {
  const archive = await findArchive(database.db, { roundId })
  if (!archive) throw new Error('the round has no archive')
  return archive
}

/** The least that whoever trusts an archive must do. */
async function readAndHashed(city: ScratchCity, roundId: string): Promise<void> {
  const { parts, sha256 } = await partsOf(city, roundId)
  const hash = createHash('sha256')
  for await (const part of parts) hash.update(part)
  if (hash.digest('hex') !== sha256) throw new Error('the archive is not what it says')
}

async function replayed(city: ScratchCity, roundId: string) {
  const { parts, sha256: stated } = await partsOf(city, roundId)
  const { sha256, lines } = await unpackArchive(parts)
  let unpacked = 0
  const counting = function* () {
    for (const line of lines) {
      unpacked += Buffer.byteLength(line) + 1
      yield line
    }
  }
  const again = await scoreAgain(counting())
  const { results, equal, different } = again
  const isSame = different.length === 0 && results === equal && again.found === again.stated
  return { results, unpacked, equal: isSame && sha256 === stated }
}
