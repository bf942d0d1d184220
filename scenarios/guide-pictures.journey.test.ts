import { afterAll, beforeAll, expect, test } from 'vitest'
import { type City, openCity } from '../faults/city/city.ts'
import { card, closedCard, grade, sign } from './support/field-phone.ts'
import { pictures } from './support/pictures.ts'
import { computeRound, publishRound } from './support/publish-round.ts'
import { openStudio, type Studio } from './support/studio.ts'
import {
  begunTask,
  draftEdition,
  endGrading,
  passwordOf,
  reportOf,
  roundOf,
  withStage,
} from './support/studio-scenes.ts'

/** Takes every picture of the guides, each of a page that is whole; GONGZHI_PICTURES=docs/pictures keeps them. */
let city: City
let studio: Studio
let round: string

beforeAll(async () => {
  city = await openCity()
  studio = await openStudio(city)
  round = await roundOf(city, 2026)
  await computeRound(city, round)
})
afterAll(async () => {
  await studio?.close()
  await city?.close()
})

test('the bureau: to-dos, a score down to its record, the stages and the way on, a decision, the archive', async () => {
  await studio.take(await studio.desk('city', '/'), 'bureau-worklist')

  const [subject] = await city.sql<{ id: string }>(
    `SELECT id FROM evaluation.subject WHERE round_id = $1 AND kind = 'compound' AND not_assessed_reason IS NULL
      ORDER BY code LIMIT 1`,
    [round],
  )
  const score = `/evaluation/rounds/${round}/subjects/${subject?.id ?? ''}`
  await studio.take(await studio.desk('city', score), 'score')
  const opened = await studio.desk('city', `${score}?row=1-06`)
  await opened.getByRole('dialog').getByText('登记的事实').first().waitFor()
  await studio.take(opened, 'point')

  const stages = await studio.desk('city', `/evaluation/rounds/${round}`)
  await stages.getByRole('heading', { name: '评价程序' }).waitFor()
  await studio.take(stages, 'bureau-stages')
  await stages.getByRole('button', { name: '进入“复核”' }).click()
  await stages.getByRole('dialog').getByText('为什么不再等待').waitFor()
  await studio.take(stages, 'bureau-advance')

  const draw = await studio.desk('city', '/grading/draw')
  await draw.getByText('种子的哈希（SHA-256）').waitFor()
  await studio.take(draw, 'bureau-draw')
  await studio.take(await studio.desk('city', '/findings/decisions/new'), 'bureau-decision')

  const archive = await studio.desk('city', `/archives/${await roundOf(city, 2025)}`)
  await archive.getByText('评价结果通知书').first().waitFor()
  await studio.take(archive, 'bureau-archive')
})

test('a scored body reports: its list, a row that it declares, one that it contests', async () => {
  await withStage(city, round, 'self-report', async () => {
    const list = await studio.desk('enterprise', '/self-reports')
    await list.getByText('未提交').first().waitFor()
    await studio.take(list, 'self-report-list')
    const page = await studio.desk(
      'project-head',
      `/self-reports/${await reportOf(city, round, 'project-head')}`,
    )
    await page
      .getByText(/还有 \d+ 行未办理/)
      .first()
      .waitFor()
    await studio.take(page, 'self-report')
    // Rows of a group that does not tell of persons: the others show no reason here.
    const row = (id: string) => page.locator(`[id="row-${id}"]`)
    const declared = row('1-16')
    await declared.getByText('申报', { exact: true }).click()
    await declared.getByLabel('分子').fill('11')
    await declared.getByLabel('分母').fill('12')
    await declared.getByLabel('佐证材料名称或文号').fill('2026 年度工作台账（演示）')
    await declared.getByText('已保存').waitFor()
    await declared.getByText('请填写申报的数据').waitFor({ state: 'hidden' })
    await declared.evaluate((it) => it.scrollIntoView({ block: 'center' }))
    await studio.take(page, 'self-report-declare')
    const contested = row('1-14')
    await contested.getByText('异议', { exact: true }).click()
    await contested.getByLabel('分子').fill('8')
    await contested.getByLabel('分母').fill('8')
    await contested.getByLabel('理由').fill('与档案登记的内容不符，附登记表（演示）')
    await contested.getByLabel('佐证材料名称或文号').fill('登记表（演示）')
    await contested.getByText('已保存').waitFor()
    await contested.evaluate((it) => it.scrollIntoView({ block: 'center' }))
    await studio.take(page, 'self-report-contest')
  })
})

test('an evaluator at the desk: ties, tasks, a task, the sheet to be printed', async () => {
  await studio.take(await studio.desk('evaluator', '/grading/ties'), 'evaluator-ties')
  const tasks = await studio.desk('evaluator', '/grading')
  await tasks
    .getByRole('link', { name: /（演示）/ })
    .first()
    .waitFor()
  await studio.take(tasks, 'evaluator-tasks')
  const task = await begunTask(city, 'evaluator')
  const page = await studio.desk('evaluator', `/grading/tasks/${task.id}`)
  await page.getByRole('heading', { name: task.name }).waitFor()
  await studio.take(page, 'evaluator-task')
  await studio.take(await studio.desk('evaluator', `/grading/tasks/${task.id}/sheet`), 'evaluator-sheet')
})

test('an evaluator on a phone: tasks, a row with its signs, no network, a signature, a departure from a computed value', async () => {
  const task = await begunTask(city, 'evaluator')
  const page = await studio.phone('evaluator', '/field')
  await page.getByRole('link', { name: new RegExp(task.name) }).waitFor()
  await studio.take(page, 'phone-tasks')
  await page.getByRole('button', { name: '账号与设置' }).click()
  await page.getByText('可离线使用。').waitFor()
  await page.getByRole('button', { name: '关闭' }).click()
  await page.goto(`${city.server.address}/field/${task.id}`)
  await page.getByRole('heading', { level: 1, name: task.name }).waitFor()
  await page.context().setOffline(true)
  const [judged = ''] = task.judged
  await grade(page, judged, '良')
  await card(page, judged).getByLabel('评语').fill('楼道整洁，北侧有少量堆物（演示）')
  await card(page, judged).scrollIntoViewIfNeeded()
  await studio.take(page, 'phone-row')
  await page
    .getByText(/离线 · \d+ 条待发送/)
    .first()
    .waitFor()
  await page.evaluate(() => window.scrollTo(0, 0))
  await studio.take(page, 'phone-offline')
  const [computed = ''] = task.computed
  if ((await closedCard(page, computed).count()) > 0) await closedCard(page, computed).click()
  await card(page, computed)
    .getByRole('radio', { checked: false, name: /^[是否]$/ })
    .check()
  await card(page, computed).getByLabel('调整理由（至少 4 个字）').fill('现场核对与登记不符（演示）')
  await card(page, computed).scrollIntoViewIfNeeded()
  await studio.take(page, 'phone-override')
  await sign(page, '社区网格员', () => studio.take(page, 'phone-signature'))
  await page.context().setOffline(false)
  await page.context().close()
})

test('moderation: what stands out, and how far it is', async () => {
  await endGrading(city, round)
  const page = await studio.desk('city', '/moderation')
  await page.getByRole('region', { name: '复核进度' }).waitFor()
  await studio.take(page, 'bureau-moderation')
})

test('the public: what is shown, a result with its reasons, an objection and its receipt; the bureau reads it', async () => {
  await publishRound(city, 2026, 'publicity')
  const page = await studio.phone(null, '/public')
  await studio.take(page, 'public-home')
  await page.goto(`${city.server.address}/public/results?kind=compound`)
  await page
    .getByRole('link', { name: /（演示）/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '为什么是这个分' }).waitFor()
  await studio.take(page, 'public-result')
  await page.getByRole('link', { name: '对这个结果提出异议' }).click()
  await page
    .getByLabel('哪里不对，实际情况怎样')
    .fill('小区南门夜里没有人值守，与公示的说明不符，请核实（演示）。')
  await studio.take(page, 'public-objection')
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByText('已收到您的异议').waitFor()
  await studio.take(page, 'public-receipt')

  const [objection] = await city.sql<{ id: string }>('SELECT id FROM publicity.objection LIMIT 1')
  const office = await studio.desk('city', `/publicity/objections/${objection?.id ?? ''}`)
  await office.getByRole('button', { name: '答复' }).first().waitFor()
  await studio.take(office, 'bureau-objection')
})

test('a scored body appeals while its result is shown: its results, and the appeal with a reason for each row', async () => {
  const own = await studio.desk('enterprise', '/publicity/own')
  await own.getByRole('link', { name: '提出申诉' }).first().waitFor()
  await studio.take(own, 'appeal-own')
  await own.getByRole('link', { name: '提出申诉' }).first().click()
  await own.getByRole('heading', { name: /申诉：/ }).waitFor()
  await own.getByRole('combobox', { name: '申诉的指标' }).fill('1-20')
  await own.locator('.ant-select-item-option').first().click()
  await own.keyboard.press('Escape')
  await own
    .getByLabel(/的申诉理由/)
    .fill('有两次吹哨已按时报到，当时没有登记，现附现场照片，请核定（演示）。')
  await studio.take(own, 'appeal-file')
})

test('administrators: the second factor, the calendar, a subscription, own sign-ins', async () => {
  const password = passwordOf(city, 'audit-admin')
  const door = await studio.desk(null, '/sign-in')
  await door.getByLabel('账号').fill('audit-admin')
  await door.getByLabel('密码', { exact: true }).fill(password)
  await door.keyboard.press('Enter')
  await door.getByRole('img', { name: '绑定验证器用的二维码' }).waitFor()
  await studio.take(door, 'administrator-second-factor')
  await studio.take(await studio.desk('system-admin', '/calendar?year=2027'), 'administrator-calendar')
  await studio.take(await studio.desk('system-admin', '/calendar/load'), 'administrator-calendar-load')
  await studio.take(await studio.desk('system-admin', '/webhooks/new'), 'administrator-webhook')
  await studio.take(await studio.desk('system-admin', '/security'), 'administrator-security')
  await studio.take(await studio.desk('authorisation-admin', '/accounts'), 'administrator-accounts')
})

test('next year’s edition: a draft as a table with its checks beside it', async () => {
  const draft = await draftEdition(city)
  const page = await studio.desk('city', `/standards/drafts/${draft}/A.1`)
  await page.getByText('全部通过').waitFor()
  await studio.take(page, 'edition-draft')
})

test('every picture of the guides was taken', () => {
  expect([...studio.taken].toSorted()).toEqual(Object.keys(pictures).toSorted())
})
