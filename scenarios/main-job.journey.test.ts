import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccountsFile, readDemoAccounts } from '../demo-city/fill/accounts-file.ts'
import { type City, openCity } from '../faults/city/city.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import { fillTemplate } from './support/fill-template.ts'

/** The README's main job, step by step, as a new user of the bureau does it in a browser. */
let city: City
let browser: Browser
let page: Page
let base: string
const folder = mkdtempSync(join(tmpdir(), 'gongzhi-journey-'))
const problems: string[] = []

beforeAll(async () => {
  city = await openCity()
  base = city.server.address
  browser = await startBrowser()
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
    locale: 'zh-CN',
  })
  page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first()

async function accessible() {
  // A drawer that still fades in has the contrast of neither end.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  )
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
  expect(grave.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([])
}

test('the bureau signs in and sees what it must do now', async () => {
  const account = readDemoAccounts(demoAccountsFile(city.folder)).find((one) => one.account === 'city')
  await page.goto(base)
  await page.getByLabel('账号').fill('city')
  await page.getByLabel('密码', { exact: true }).fill(account?.password ?? '')
  await page.keyboard.press('Enter')
  await heading('待办').waitFor()
  await page.getByText('需要您办理').waitFor()
  await accessible()
})

async function importSheet(kind: string, title: string, rows: Record<string, string | number>[]) {
  await page.goto(`${base}/imports/new?kind=${kind}`)
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载模板' }).click(),
  ])
  const empty = join(folder, `${kind}-template.xlsx`)
  const filled = join(folder, `${title}.xlsx`)
  await template.saveAs(empty)
  await fillTemplate(empty, rows, filled)
  await page.locator('input[type=file]').setInputFiles(filled)
  await heading(/将新增的行|将修改的行/).waitFor()
  await page.getByRole('button', { name: new RegExp(`确认导入 ${rows.length} 行`) }).click()
  await heading('导入回执').waitFor()
}

test('it imports a sheet of compounds: template, check, confirmation, receipt', async () => {
  await importSheet('compounds', '小区档案', [
    {
      所属社区代码: '150203006012',
      小区名称: '旅程花园（演示）',
      小区类型: '既有民用建筑',
      管理方式: '物业服务企业',
      户数: 480,
      楼栋数: 8,
      '建筑面积（平方米）': '52800.50',
      封闭情况: '封闭',
      建档起始日: '2021-01-01',
    },
  ])
  await heading('新增的记录').waitFor()
  await page.getByText(/^150203006012-\d{4}$/).waitFor()
  await accessible()
  await page.getByRole('link', { name: '旅程花园（演示）' }).click()
  await heading('旅程花园（演示）').waitFor()
})

let subject: { code: string; name: string }

test('it imports a sheet of declared facts about a compound that a firm serves', async () => {
  const [found] = await city.sql<{ code: string; name: string }>(
    `SELECT s.code, s.name FROM evaluation.subject s JOIN evaluation.round r ON r.id = s.round_id
     WHERE s.kind = 'compound' AND r.year = 2026 AND s.not_assessed_reason IS NULL AND NOT EXISTS (
       SELECT FROM evaluation.declared_fact d WHERE d.place_id = s.place_id AND d.year = r.year
         AND d.fact = 'monthly-joint-meetings' AND d.provenance <> 'declared')
     ORDER BY s.code LIMIT 1`,
  )
  // What was inspected on site goes before what is declared, and whose project is inspected is drawn by lot.
  subject = found as { code: string; name: string }
  await importSheet('declared-facts', '申报事实', [
    {
      年度: 2026,
      事实: '1-06',
      对象代码: subject.code,
      分子: '7',
      分母: '12',
      来源: '申报',
      佐证材料: '2026年联席会议纪要7份',
      更正原因: '按会议纪要核对',
    },
  ])
})

test('it opens a round and computes all scores', async () => {
  await page.goto(`${base}/evaluation/rounds`)
  await page
    .getByRole('button', { name: '开启一轮评价' })
    .or(page.getByRole('link', { name: '开启一轮评价' }))
    .first()
    .click()
  await heading('开启一轮评价').waitFor()
  await page.getByLabel('轮次名称', { exact: true }).fill('旅程试评')
  await page.getByLabel('确实要再开一轮').check()
  await page.getByRole('button', { name: '开启', exact: true }).click()
  await heading('旅程试评').waitFor()
  await page.getByRole('button', { name: '计算全部得分' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /计算|确定/ })
    .last()
    .click()
  await page.getByText('各表进度').waitFor({ timeout: 60_000 })
  await accessible()
})

test('it opens a point down to its record and clause, without leaving the table', async () => {
  await page.getByRole('link', { name: /A\.1 小区/ }).click()
  await page.getByText('小区得分').first().waitFor()
  await page.goto(`${page.url()}&text=${encodeURIComponent(subject.code)}`)
  await page.getByText(subject.name).first().click()
  await page.getByText('得分表', { exact: true }).first().waitFor()
  await page.getByText('1-06').first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(/12个月中有7个月.*7\/12＝58\.3%/).waitFor()
  await drawer.getByText('2026年联席会议纪要7份').waitFor()
  await drawer.getByText('4.3.2').or(drawer.getByText(/条款/)).first().waitFor()
  expect(page.url()).toContain('row=1-06')
  await accessible()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
})

test('it exports the table in the standard’s own layout', async () => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出' }).click(),
  ])
  const path = join(folder, 'score.xlsx')
  await file.saveAs(path)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets[0] as ExcelJS.Worksheet
  expect(sheet.getCell('A1').text).toContain('物业项目红色物业工作评价细则')
  expect(sheet.getCell('A2').text).toContain(subject.code)
  const why = sheet.getColumn(8).values.find((value) => typeof value === 'string' && value.includes('7/12'))
  expect(why).toBeDefined()
})

test('it ends the round, and the scores stand: nothing offers to compute them again', async () => {
  await page.getByRole('link', { name: '旅程试评' }).first().click()
  await page.getByRole('button', { name: '结束本轮' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('试评完成')
  await dialog.getByRole('button', { name: '结束本轮' }).click()
  await page.getByRole('button', { name: '计算全部得分' }).waitFor({ state: 'hidden' })
  await page.getByText('已结束，无结果', { exact: true }).first().waitFor()
  expect(problems).toEqual([])
})
