import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Size } from '../demo-city/ground/model.ts'
import type { Bench } from './bench.ts'
import { type Floor, measureFloor } from './floor.ts'
import { median } from './median.ts'
import { watchPostgres } from './postgres-memory.ts'
import { scratchCity, type ScratchCity } from './scratch-city.ts'

const times = 3

interface Pass {
  seconds: number
  run: number
  peakMb: number
}

interface Measured {
  floor: Floor
  floorSeconds: number
  evaluateSeconds: number
  peakMb: number
  postgresMb: number
}

/** Evaluates all four tables for all subjects of the large city, against what any evaluation must do at least. */
export const evaluation: Bench = async (say) => {
  const tenth = await measured('tenth', say)
  const whole = await measured('city', say)
  const ratio = whole.evaluateSeconds / whole.floorSeconds
  const growth = whole.evaluateSeconds / tenth.evaluateSeconds
  const times = whole.floor.sourceRows / tenth.floor.sourceRows
  say(
    `相当于下限的 ${ratio.toFixed(2)} 倍（目标 ≤ 5）；数据 ${times.toFixed(1)} 倍时用时 ${growth.toFixed(1)} 倍（目标 ≤ 11）`,
  )
  return {
    floor_s: round3(whole.floorSeconds),
    evaluate_s: round3(whole.evaluateSeconds),
    ratio: round3(ratio),
    growth: round3(growth),
    peak_mb: Math.round(whole.peakMb),
  }
}

const round3 = (value: number) => Math.round(value * 1000) / 1000
const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`

async function measured(size: Size, say: (line: string) => void): Promise<Measured> {
  const city = await scratchCity(size, say)
  try {
    const year = new Date().getFullYear()
    const { pid } = (
      await city.admin.query<{ pid: number }>(`SELECT pg_read_file('postmaster.pid', 0, 20) AS file`)
    ).rows.map((row) => ({ pid: Number.parseInt((row as unknown as { file: string }).file, 10) }))[0] as {
      pid: number
    }
    const memory = watchPostgres(pid)
    const passes: Pass[] = []
    const floors: Floor[] = []
    const evaluator = passProcess(city, year)
    for (let i = 0; i < times; i++) {
      const pass = await evaluator.pass()
      passes.push(pass)
      await city.admin.query('CHECKPOINT')
      floors.push(await measureFloor(city.admin, { year, run: pass.run }))
      await city.admin.query('CHECKPOINT')
    }
    await evaluator.end()
    memory.stop()
    const result = {
      floor: floors[0] as Floor,
      floorSeconds: median(floors.map((f) => f.seconds)),
      evaluateSeconds: median(passes.map((p) => p.seconds)),
      peakMb: Math.max(...passes.map((p) => p.peakMb)),
      postgresMb: memory.peakMb(),
    }
    tell(size, result, passes, floors, say)
    return result
  } finally {
    await city.drop()
  }
}

function tell(size: Size, m: Measured, passes: Pass[], floors: Floor[], say: (line: string) => void) {
  const list = (values: number[]) => values.map((s) => s.toFixed(2)).join('、')
  const { sourceRows, sourceBytes, resultRows, resultBytes } = m.floor
  say(`【${size}】`)
  say(`  读：事实表 ${sourceRows} 行，${mb(sourceBytes)}；写：得分表 ${resultRows} 行，${mb(resultBytes)}`)
  say(
    `  下限（各列通读一遍＋等量 INSERT … SELECT）：${m.floorSeconds.toFixed(2)} 秒（${list(floors.map((f) => f.seconds))}）`,
  )
  say(
    `  四张表全部对象：${m.evaluateSeconds.toFixed(2)} 秒（${list(passes.map((p) => p.seconds))}；目标 ≤ 20）`,
  )
  say(
    `  内存峰值：计算进程 ${m.peakMb.toFixed(0)} MB，PostgreSQL 各进程私有合计 ${m.postgresMb.toFixed(0)} MB（另有共享缓冲 256 MB）`,
  )
}

function passProcess({ postgres, folder }: ScratchCity, year: number) {
  const program = fileURLToPath(new URL('pass-process.ts', import.meta.url))
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    [program, postgres.appUrl, folder, String(year)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async pass(): Promise<Pass> {
      child.stdin.write('\n')
      const { value, done } = await lines.next()
      if (done) throw new Error('the evaluating process ended before it answered')
      return JSON.parse(value) as Pass
    },
    async end() {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
