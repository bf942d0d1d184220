import { afterAll, beforeAll, expect, test } from 'vitest'
import type { GradingTask } from '../contracts/grading/staff.ts'
import { fitting, gradeOf, send, tasksOf } from '../server/modules/grading/tests/graded-city.ts'
import type { Person } from '../server/platform/testing/app.ts'
import {
  become,
  card,
  closedCard,
  expectAccessible,
  fieldPhone,
  filesKept,
  grade,
  openTask,
  type Phone,
  photograph,
  shot,
  sign,
} from './support/field-phone.ts'
import { type GradingSite, gradingOverHttps } from './support/grading-over-https.ts'

/** On site without a network: everything stays on the telephone, goes out once, and conflicts are shown. Over HTTPS. */
let site: GradingSite
let grader: Person
let other: Person
let task: GradingTask
let name: string
const problems: string[] = []

beforeAll(async () => {
  site = await gradingOverHttps()
  ;({ grader, other, task } = site)
  name = task.projectName ?? task.subjectName
})
afterAll(() => site?.close())

const phone = (person: Person, address = site.address): Promise<Phone> =>
  fieldPhone(site.browser, { person, address, problems })

/** Rows whose level is judged by its visible signs. */
const judged = () => task.rows.filter(({ rubric }) => rubric.length > 0).map(({ id }) => id)

const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await site.app.database.pool.query<T>(text, values)).rows

const versionsOf = async (row: string): Promise<number> => {
  const [found] = await sql<{ count: number }>(
    `SELECT count(*)::integer AS count FROM grading.grade_version v JOIN grading.grade g ON g.id = v.grade_id
      WHERE g.task_id = $1 AND g.indicator = $2`,
    [task.id, row],
  )
  return found?.count ?? 0
}

let first: Phone
let second: Phone

test('a telephone that was prepared grades without a network: photo, signature and grades outlive a reload', async () => {
  first = await phone(grader)
  const { page, context } = first
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .waitFor()
  await shot(page, 'field-tasks')
  await expectAccessible(page)
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByText('可离线使用。').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()

  await context.setOffline(true)
  await page.reload()
  await page
    .getByRole('status')
    .getByText(/^离线/)
    .or(page.getByText(/离线 · 0/))
    .first()
    .waitFor()
  await openTask(page, name)
  const [one = '', two = ''] = judged()
  await grade(page, one, '良')
  await card(page, one).getByLabel('评语').fill('楼道整洁，北侧有少量堆物')
  await photograph(page, one)
  await card(page, one).getByText('北纬 40.6571，东经 109.8405').waitFor()
  await shot(page, 'field-row')
  await expectAccessible(page)
  await grade(page, two, '中')
  await grade(page, two, '优')
  await page.getByRole('button', { name: '撤销' }).click()
  await page.getByText(`已撤销对 ${two} 的更改。`).waitFor()
  expect(await card(page, two).getByRole('radio', { name: /^中/ }).isChecked()).toBe(true)
  await sign(page, '业主委员会')
  await page.getByText('离线 · 2 条待发送').waitFor()
  await expect.poll(() => filesKept(page, grader.id)).toBe(2)

  await page.reload()
  await page.getByRole('img', { name: '业主委员会的签名' }).waitFor()
  await card(page, one).getByText('良 · 1 张照片').waitFor()
  await closedCard(page, one).click()
  expect(await card(page, one).getByLabel('评语').inputValue()).toBe('楼道整洁，北侧有少量堆物')
  await page.getByText('离线 · 2 条待发送').waitFor()
  expect(await versionsOf(two)).toBe(0)
})

test('back in the network everything goes out once, however often it is asked for; what another telephone graded meanwhile is shown beside it', async () => {
  const [one = '', two = ''] = judged()
  second = await phone(grader)
  await openTask(second.page, name)
  await grade(second.page, one, '优')
  await second.page.getByText('已同步', { exact: true }).first().waitFor()
  await expect.poll(() => versionsOf(one)).toBe(1)

  const { page, context } = first
  await page.getByRole('link', { name: '任务' }).click()
  await context.setOffline(false)
  const now = page.getByRole('button', { name: /同步/ })
  await now.click()
  await now.click()
  await page.getByText('1 条需处理').first().waitFor()
  await shot(page, 'field-tasks-conflict')
  expect([await versionsOf(one), await versionsOf(two)]).toEqual([1, 1])
  await openTask(page, name)
  await closedCard(page, one).click()
  const conflict = card(page, one).getByRole('alert')
  await conflict.getByText('我（另一台设备）').waitFor()
  expect(await conflict.locator('strong').allInnerTexts()).toEqual(['良', '优'])
  await conflict.scrollIntoViewIfNeeded()
  await shot(page, 'field-conflict')
  await expectAccessible(page)
  await conflict.getByRole('button', { name: '用我的' }).click()
  await page.getByText('已同步', { exact: true }).first().waitFor()
  await expect.poll(() => versionsOf(one)).toBe(2)
  const [kept] = await sql(
    'SELECT named, comment, cardinality(document_ids) AS photos, latitude::text FROM grading.grade WHERE task_id = $1 AND indicator = $2',
    [task.id, one],
  )
  expect(kept).toMatchObject({
    named: '良',
    comment: '楼道整洁，北侧有少量堆物',
    photos: 1,
    latitude: '40.6571',
  })
})

test('leaving with unsent work warns; another account on the telephone neither sees nor sends it', async () => {
  const [, , three = ''] = judged()
  const { page, context } = second
  await context.setOffline(true)
  await grade(page, three, '差')
  await page.getByText('离线 · 1 条待发送').waitFor()
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText(/还有 1 条没有发送。退出后仍留在本机/).waitFor()
  await shot(page, 'field-leaving')
  await page.getByRole('button', { name: '关闭' }).click()

  await become(context, other, site.address)
  await context.setOffline(false)
  await page.getByText(/本机已换成别的账号登录/).waitFor()
  expect(await versionsOf(three)).toBe(0)
  await page.goto(`${site.address}/field`)
  await page.getByText('已同步', { exact: true }).first().waitFor()
  expect(await page.getByText('待发送').count()).toBe(0)

  // The server takes the grade, and its answer is lost on the way: the very same goes out again.
  let lost = 0
  await context.route('**/api/grading/grades', async (route) => {
    if (lost++ > 0) return await route.continue()
    await route.fetch()
    await route.abort()
  })
  await become(context, grader, site.address)
  await page.goto(`${site.address}/field`)
  await expect.poll(() => versionsOf(three)).toBe(1)
  await page.getByText('已同步', { exact: true }).first().waitFor()
  expect([lost, await versionsOf(three)]).toEqual([2, 1])
  await context.close()
})

test('a computed value is taken over with one touch and departed from with a reason; the task is handed in once with those present', async () => {
  const { page } = first
  const graded = judged().slice(0, 3)
  const computed = task.rows.find(
    ({ proposals, shape }) => proposals[0]?.provenance === 'computed' && shape === 'yes-no',
  )
  if (!computed) throw new Error('nothing was computed')
  const rest = task.rows.filter(({ id }) => ![...graded, computed.id].includes(id))
  await send(grader, ...rest.map((row) => gradeOf(task.id, row.id, '', fitting(task, row))))
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText(/项没有评完，已为您打开/).waitFor()
  await page.getByRole('link', { name: '任务' }).click()
  await page.getByRole('button', { name: /同步/ }).click()
  await page.getByText(`还有 1 项未评，共 ${task.rows.length} 项`).first().waitFor()
  await openTask(page, name)
  await page.getByRole('button', { name: '下一项' }).click()
  const at = card(page, computed.id)
  await at.getByRole('button', { name: '采用' }).click()
  await at.getByText('已采用').waitFor()
  await at.getByRole('radio', { checked: false, name: /^[是否]$/ }).check()
  await at.getByText('与参考值不同：请写明调整理由，至少 4 个字。').waitFor()
  await shot(page, 'field-override')
  await expectAccessible(page)
  await at.getByLabel('调整理由（至少 4 个字）').fill('现场核对与登记不符')
  await expect.poll(() => versionsOf(computed.id), { timeout: 10_000 }).toBe(1)
  await page.getByText(`${task.rows.length} 项都已评完`).first().waitFor()
  await page.getByRole('button', { name: '提交' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`共 ${task.rows.length} 项；在场 1 人，已签名 1 人。`).waitFor()
  await shot(page, 'field-submit')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '提交' }).click()
  await page.getByText('本任务已提交，不能再改。').waitFor()
  await shot(page, 'field-submitted')
  const [handed] = await sql<{ state: string; attendance: { who: string; signatureDocumentId: string }[] }>(
    'SELECT state, attendance FROM grading.task WHERE id = $1',
    [task.id],
  )
  expect(handed).toMatchObject({ state: 'submitted', attendance: [{ who: '业主委员会' }] })
  const documents = await sql('SELECT id FROM documents.document')
  expect(documents.length).toBe(2)
  await first.context.close()
})

test('without HTTPS the page says that it needs a network, and works with one; in English too', async () => {
  const { page, context } = await phone(other, site.plainAddress)
  await page
    .getByText(/^离线不可用/)
    .first()
    .waitFor()
  const [theirs] = await tasksOf(other)
  const [judgedRow] = theirs?.rows.filter(({ rubric }) => rubric.length > 0) ?? []
  await openTask(page, theirs?.subjectName ?? '')
  await grade(page, judgedRow?.id ?? '', '优')
  await photograph(page, judgedRow?.id ?? '')
  await card(page, judgedRow?.id ?? '')
    .getByText('未定位')
    .waitFor()
  await page.getByText('已同步', { exact: true }).first().waitFor()
  await card(page, judgedRow?.id ?? '')
    .getByText('已上传')
    .waitFor()
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Offline use unavailable: open the page over HTTPS.').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await shot(page, 'field-plain-english')
  await context.close()
  expect(problems).toEqual([])
})
