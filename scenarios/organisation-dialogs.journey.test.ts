import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccountsFile, readDemoAccounts } from '../demo-city/fill/accounts-file.ts'
import { type City, openCity } from '../faults/city/city.ts'
import { startBrowser } from '../server/platform/testing/browser.ts'
import { chooseIn, enterDay, faultOf } from './support/fill-form.ts'

/** The dialogs by which the ground changes: each refused beside its field, then taken, then seen in its list. */
let city: City
let browser: Browser
const problems: string[] = []

beforeAll(async () => {
  city = await openCity()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await city?.close()
})

async function newPage(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (fault) => problems.push(String(fault)))
  page.on('response', (answer) => {
    if (answer.status() >= 500) problems.push(`${answer.status()} ${answer.url()}`)
  })
  return page
}

async function signedIn(account: string): Promise<Page> {
  const { password = '' } =
    readDemoAccounts(demoAccountsFile(city.folder)).find((one) => one.account === account) ?? {}
  const page = await newPage()
  await page.goto(city.server.address)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '待办' }).first().waitFor()
  return page
}

/** Goes on in a session in which the administrator has shown a second factor. */
async function asAdministrator(account: string): Promise<Page> {
  const page = await newPage()
  const [name = '', value = ''] = (await city.person(account)).cookie.split('=')
  await page.context().addCookies([{ name, value, url: city.server.address }])
  return page
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })
const press = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name }).last().click()

/** A compound that nobody serves and that has no committee, and one of each kind that other steps need. */
async function compound(where: string): Promise<{ id: string; name: string }> {
  const [found] = await city.sql<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM organisations.compound c JOIN organisations.place p ON p.id = c.place_id WHERE ${where} ORDER BY p.code LIMIT 1`,
  )
  if (!found) throw new Error(`the demonstration city has no compound where ${where}`)
  return found
}
const served = `EXISTS (SELECT FROM organisations.service_contract s WHERE s.compound_id = p.id)`
const governed = `EXISTS (SELECT FROM organisations.committee k WHERE k.compound_id = p.id)`

test('the head of a project has a page that a screen reader can use', async () => {
  const page = await signedIn('project-head')
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)).toEqual([])
  await page.context().close()
})

test('the bureau records a contract, a committee, a post and staff; what is wrong stands beside its field', async () => {
  const page = await signedIn('city')
  const { id, name } = await compound(`NOT ${served} AND NOT ${governed}`)
  await page.goto(`${city.server.address}/organisations/compounds/${id}`)

  await page.getByRole('button', { name: '登记合同' }).click()
  await press(page, '保存')
  await faultOf(page, '物业服务人', '请填写物业服务人。')
  await chooseIn(page, '物业服务人', '物业服务有限公司', '物业')
  await page.getByRole('dialog').getByLabel('合同编号').fill('旅程-1')
  await enterDay(page, '起始日', '2024/1/1')
  await enterDay(page, '截止日', '2023-12-31')
  await press(page, '保存')
  await faultOf(page, '截止日', '截止日 2023-12-31 早于起始日 2024-01-01。请核对两个日期。')
  await enterDay(page, '截止日', '2030-12-31')
  await press(page, '保存')
  await closed(page)
  await section(page, '物业服务合同').getByText('旅程-1').waitFor()

  await page.getByRole('button', { name: '登记业委会' }).click()
  await page.getByRole('dialog').getByLabel('委员人数').fill('0')
  await enterDay(page, '选举日', '2026-01-10')
  await enterDay(page, '备案日', '2026-01-05')
  await press(page, '保存')
  await faultOf(page, '委员人数', '委员人数 0 不合理（应在 1 至 99 之间）。')
  await faultOf(page, '备案日', '备案日 2026-01-05 早于选举日 2026-01-10。请核对。')
  await page.getByRole('dialog').getByLabel('委员人数').fill('7')
  await enterDay(page, '备案日', '2026-01-15')
  await press(page, '保存')
  await closed(page)
  await section(page, '业委会和物管会').getByText(`${name}业主委员会`).waitFor()

  await page.getByRole('button', { name: '登记任职' }).click()
  await chooseIn(page, '职务', '业委会主任')
  await page.getByRole('dialog').getByLabel('姓名').fill('演示甲')
  await page.getByRole('dialog').getByLabel('手机号').fill('12345')
  await press(page, '保存')
  await faultOf(page, '手机号', '“12345”不是11位手机号码。')
  await page.getByRole('dialog').getByLabel('手机号').fill('13900000001')
  await press(page, '保存')
  await closed(page)
  await section(page, '任职').getByText('139****0001').waitFor()

  await page.getByRole('button', { name: '登记人员配备' }).click()
  await chooseIn(page, '岗位', '保洁')
  await page.getByRole('dialog').getByLabel('合同约定').fill('5')
  await page.getByRole('dialog').getByLabel('实际在岗').fill('3')
  await enterDay(page, '统计日期', '2099-01-01')
  await press(page, '保存')
  await faultOf(page, '统计日期', '日期 2099-01-01 在今天之后。请填写已经发生的日期。')
  await enterDay(page, '统计日期', '2026-01-31')
  await press(page, '保存')
  await closed(page)
  await section(page, '专职人员').getByText('少 2 人').waitFor()
  await page.context().close()
})

test('the Party-organisation department posts an instructor, and attests a Party status only with who says so', async () => {
  const page = await signedIn('party-department')
  const { id } = await compound(`NOT ${served}`)
  await page.goto(`${city.server.address}/organisations/compounds/${id}`)
  await page.getByRole('button', { name: '登记覆盖' }).click()
  await chooseIn(page, '覆盖方式', '派驻党建工作指导员')
  await page.getByRole('dialog').getByLabel('指导员').fill('演示乙')
  await page.getByRole('dialog').getByLabel('手机号').fill('13900000002')
  await press(page, '保存')
  await closed(page)
  await section(page, '党的工作覆盖').getByText('派驻党建工作指导员').waitFor()

  const { id: other } = await compound(served)
  await page.goto(`${city.server.address}/organisations/compounds/${other}`)
  await page
    .getByRole('button', { name: /^确认政治面貌/ })
    .first()
    .click()
  await chooseIn(page, '政治面貌', '入党积极分子')
  await page.getByRole('dialog').getByLabel('确认的党组织').fill('')
  await press(page, '保存')
  await faultOf(page, '确认的党组织', '请填写确认的党组织。')
  await page.getByRole('dialog').getByLabel('确认的党组织').fill('中共演示社区总支部委员会')
  await press(page, '保存')
  await closed(page)
  await section(page, '任职').getByText('入党积极分子').first().waitFor()
  await page.context().close()
})

test('a community moves to another street and a street is split: refused for a day to come and for what is left over', async () => {
  const page = await signedIn('city')
  const [community] = await city.sql<{ id: string }>(
    `SELECT p.parent_id AS id FROM organisations.compound c JOIN organisations.place p ON p.id = c.place_id ORDER BY p.code LIMIT 1`,
  )
  await page.goto(`${city.server.address}/organisations/places/${community?.id}`)
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '改隶' }).click()
  await chooseIn(page, '新的上级', '阿尔丁大街街道', '阿尔丁')
  await enterDay(page, '生效日期', '2099-01-01')
  await press(page, '改隶')
  await faultOf(page, '生效日期', '日期 2099-01-01 在今天之后。请填写已经发生的日期。')
  await enterDay(page, '生效日期', '2026-01-01')
  await press(page, '改隶')
  await closed(page)
  await page.locator('.gz-crumbs').getByText('阿尔丁大街街道').waitFor()

  const [street] = await city.sql<{ id: string; code: string; below: number }>(
    `SELECT p.id, p.code, count(*)::int AS below FROM organisations.place p JOIN organisations.place c ON c.parent_id = p.id
     WHERE p.kind = 'street' GROUP BY p.id HAVING count(*) = 2 ORDER BY p.code LIMIT 1`,
  )
  await page.goto(`${city.server.address}/organisations/places/${street?.id}/split`)
  const halves = page.locator('fieldset')
  for (const at of [0, 1]) {
    await halves.nth(at).getByLabel('名称').fill(`旅程街道${at}`)
    await halves
      .nth(at)
      .getByLabel('代码')
      .fill(at === 0 ? (street?.code ?? '') : '123')
  }
  const split = page.getByRole('button', { name: '拆分', exact: true })
  await split.click()
  await halves.nth(1).getByText('请填写12位区划代码', { exact: true }).waitFor()
  await halves
    .nth(1)
    .getByLabel('代码')
    .fill(`${street?.code.slice(0, 6)}098000`)
  await split.click()
  await page.getByText(/拆分须把全部 2 个下辖区域各分到一个新区域/).waitFor()
  for (const at of [0, 1]) {
    await halves.nth(at).getByRole('combobox').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(0).click()
    await page.keyboard.press('Escape')
    await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' })
  }
  await split.click()
  await page
    .getByText(/^已于 .* 撤销$/)
    .first()
    .waitFor()
  await page.context().close()
})

test('work passes to a successor, and a role is taken back with a reason', async () => {
  const page = await asAdministrator('authorisation-admin')
  await page.goto(`${city.server.address}/accounts/of/street`)
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '工作交接' }).click()
  await chooseIn(page, '继任人', '社区', 'community')
  await enterDay(page, '交接日期', '2020-01-01')
  await page.getByRole('dialog').getByLabel('原因').fill('岗位调整')
  await press(page, '工作交接')
  await faultOf(page, '交接日期', /2020-01-01/)
  await enterDay(page, '交接日期', new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }))
  await press(page, '工作交接')
  await closed(page)
  await section(page, '角色').getByText('这个账号还没有角色').waitFor()

  await page.goto(`${city.server.address}/accounts/of/committee`)
  await section(page, '角色').getByRole('button', { name: '收回' }).click()
  await press(page, '收回')
  await faultOf(page, '原因', '请填写原因。')
  await page.getByRole('dialog').getByLabel('原因').fill('任期届满')
  await press(page, '收回')
  await closed(page)
  await section(page, '角色').getByText('这个账号还没有角色').waitFor()
  expect(problems).toEqual([])
})
