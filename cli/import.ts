import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Finding, ImportRun } from '../contracts/imports/staff.ts'
import { runStateNames } from '../contracts/imports/words.ts'
import { importFile, type ImportReport } from '../server/modules/imports/index.ts'
import { Refusal } from '../server/platform/problems/refusal.ts'
import { StartFault } from '../server/platform/start-fault.ts'
import { acting, told } from './acting.ts'
import type { Command, Io } from './command.ts'

const usage = `gongzhi import FILE --as 种类 [--dry-run] [--skip-bad] [--account 账号] [--json]
  --as        表格种类，中文名或英文名，如 小区档案、compounds；写错时会列出全部
  --dry-run   只检查，不导入
  --skip-bad  只导入正确的行；不写则有一行不对就全部不导入
  --account   以哪个账号办理；不写则用第一个市物业主管部门账号
  --json      结果按 JSON 打印
  --data      数据目录；不写则用 GONGZHI_DATA`

export const command: Command = {
  summary: '导入表格 (import a spreadsheet)',
  usage,
  async run(argv, io) {
    const asked = read(argv)
    if ('problem' in asked) {
      io.err(`${asked.problem}\n用法：\n${usage}`)
      return 1
    }
    try {
      const report = await acting(
        async ({ app, as }) =>
          await importFile(told(await as(asked.account), io), app.imports, {
            path: asked.path,
            kind: asked.kind,
            dryRun: asked.dryRun,
            skipBad: asked.skipBad,
            progress: progressTo(io),
          }),
        asked.data,
      )
      if (asked.json) io.out(JSON.stringify(asJson(report), null, 2))
      else tell(report, asked.dryRun, io)
      return succeeded(report, asked) ? 0 : 1
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      io.err(fault.zh)
      return 1
    }
  },
}

interface Asked {
  path: string
  kind: string
  dryRun: boolean
  skipBad: boolean
  account: string | undefined
  data: string | undefined
  json: boolean
}

function read(argv: string[]): Asked | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        account: { type: 'string' },
        data: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const [path, extra] = positionals
    if (path === undefined || extra !== undefined) return { problem: '请写明一个文件' }
    if (values.as === undefined) return { problem: '请用 --as 写明表格种类' }
    mustBeFile(path)
    const { 'dry-run': dryRun, 'skip-bad': skipBad, account, data, json } = values
    return { path, kind: values.as, dryRun, skipBad, account, data, json }
  } catch (fault) {
    if (fault instanceof StartFault) throw fault
    return { problem: `参数写法不对（${(fault as Error).message}）` }
  }
}

function mustBeFile(path: string) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return
  throw new StartFault(`找不到文件 ${path}。`, `There is no file ${path}.`)
}

/** A line for each new state, and at most one a second while rows are worked through. */
function progressTo(io: Io): (run: ImportRun) => void {
  let state = ''
  let last = 0
  return (run) => {
    const now = Date.now()
    if (run.state === state && now - last < 1000) return
    state = run.state
    last = now
    const rows = run.rowsTotal === null ? '' : ` ${Math.min(run.rowsDone, run.rowsTotal)}/${run.rowsTotal} 行`
    io.err(`${runStateNames[run.state].zh}${rows}`)
  }
}

const succeeded = ({ run }: ImportReport, { dryRun, skipBad }: Asked) =>
  run.state === 'imported' ||
  (dryRun && run.state === 'checked' && (skipBad || run.counts.refused + run.counts.perhapsSame === 0))

const asJson = ({ run, findings }: ImportReport) => ({
  id: run.id,
  kind: run.kind,
  file: run.fileName,
  imported: run.state === 'imported',
  counts: run.counts,
  warnings: run.warnings,
  problem: run.problem,
  findings,
})

const mostLines = 200

function tell({ run, findings }: ImportReport, dryRun: boolean, io: Io) {
  for (const warning of run.warnings) io.err(warning)
  if (run.earlier) io.err(`此文件已于 ${run.earlier.at.slice(0, 16).replace('T', ' ')} 导入过。`)
  if (run.problem) io.err(run.problem.zh)
  const lines = findings.flatMap(linesOf)
  for (const line of lines.slice(0, mostLines)) io.err(line)
  if (lines.length > mostLines) io.err(`……另有 ${lines.length - mostLines} 处，请用 --json 查看全部。`)
  const { created, changed, unchanged, refused, perhapsSame } = run.counts
  const may = run.state === 'imported' ? '' : '可'
  const counts = `${may}新增 ${created} 条，${may}更新 ${changed} 条，未变 ${unchanged} 条；需改正 ${refused} 行，疑似重复 ${perhapsSame} 行。`
  if (run.state === 'imported') io.out(`${run.kindTitle}已导入：${counts}`)
  else if (run.state === 'checked')
    io.out(`${run.kindTitle}${dryRun ? '检查完毕（未导入）' : '未导入任何内容'}：${counts}`)
  else io.out(`${run.kindTitle}未导入任何内容。`)
}

function linesOf({ row, faults, candidates }: Finding): string[] {
  const same = candidates.map((c) => c.label).join('、')
  const doubt = candidates.length > 0 ? [`第 ${row} 行：与已有记录相似：${same}。请核实。`] : []
  return [
    ...faults.map((f) => `${f.cell ?? `第 ${row} 行`}${f.header ? `（${f.header}）` : ''}：${f.zh}`),
    ...doubt,
  ]
}
