import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensure, project, run } from './bootstrap.mjs'
import { ensureSites } from './sites.mjs'

const tool = (name) => join(project, 'node_modules/.bin', name)

/**
 * Everything that must hold, one stage after the other, to the end even when one fails.
 * @param args words that choose test files (`--only` before them is allowed); none means everything
 */
export async function runAll(args) {
  process.chdir(project)
  const node = ensure()
  const words = args.filter((word) => word !== '--only' && word !== '--')
  const stages = words.length > 0 ? chosenStages(node, words) : allStages(node)
  let [passed, failed] = [0, 0]
  for (const { title, work } of stages) {
    const began = performance.now()
    console.log(`\n── ${title}`)
    const result = await work()
    console.log(
      `── ${title}: ${result.failed ? '✗' : '✓'} ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    passed += result.passed
    failed += result.failed
    if (result.broken) break
  }
  if (passed + failed === 0) console.log(`没有测试文件与“${words.join(' ')}”相符。  No test file matches.`)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
}

function allStages(node) {
  const check = (title, ...command) => ({ title, work: () => programStage(node, command) })
  return [
    check('类型 types', tool('tsc'), '-p', 'tsconfig.json', '--noEmit'),
    check('检查 lint', tool('oxlint'), '--type-aware'),
    check('格式 format', tool('biome'), 'format', '--reporter=summary'),
    check('多余 unused', tool('knip'), '--no-progress'),
    { title: '规则与模块 rules and modules', work: () => vitestStage(node, ['--project', 'unit']) },
    { title: '网页 site', work: async () => outcome(await ensureSites(node)) },
    check('浏览器 browser', 'server/platform/testing/prepare-browser.ts'),
    { title: '用户故事 journeys', work: () => vitestStage(node, ['--project', 'journeys']) },
  ]
}

function chosenStages(node, words) {
  return [
    { title: '网页 site', work: async () => outcome(await ensureSites(node)) },
    { title: `所选测试 ${words.join(' ')}`, work: () => vitestStage(node, words) },
  ]
}

const outcome = (isGood) => ({ passed: 0, failed: isGood ? 0 : 1 })
/** Ctrl-C ends the whole run, not only its stage. */
const isBroken = (code) => code > 128

async function programStage(node, command) {
  const code = await run(node, command)
  return { ...outcome(code === 0), broken: isBroken(code) }
}

async function vitestStage(node, args) {
  const folder = mkdtempSync(join(tmpdir(), 'gongzhi-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await run(node, [tool('vitest'), 'run', '--passWithNoTests', ...reporters, ...args])
  const counted = countTests(file)
  rmSync(folder, { recursive: true, force: true })
  // A run that broke off without a failing test (an unhandled error, no report) has failed all the same.
  return { ...counted, failed: counted.failed || (code === 0 ? 0 : 1), broken: isBroken(code) }
}

/** A file that could not even be loaded has no test to count, and counts as one that failed. */
function countTests(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const unloaded = report.testResults.filter(
      (f) => f.status === 'failed' && f.assertionResults.length === 0,
    )
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
