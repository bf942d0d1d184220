import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitDraw, type GradingTask, runDraw } from '../contracts/grading/staff.ts'
import { examineRound } from '../contracts/moderation/staff.ts'
import {
  assignAppeal,
  decideAppeal,
  fileAppeal,
  listCandidates,
  listOwnResults,
} from '../contracts/publicity/appeals.ts'
import { listReports } from '../contracts/self-reports/staff.ts'
import { archiveLines, replay } from '../server/modules/evaluation/index.ts'
import { addDays } from '../server/values/days.ts'
import { drawNumber } from '../server/modules/grading/tests/graded-city.ts'
import {
  card,
  closedCard,
  grade,
  openTask,
  type Phone,
  photograph,
  sign,
  offlineReady,
} from './support/field-phone.ts'
import { drawnGrader, type GraderWithPhone, gradeTheRest, toPhone } from './support/drawn-graders.ts'
import { accessible, moveOn, termRunsOut, totalOf } from './support/office-steps.ts'
import { openRoundOffice, type RoundOffice } from './support/round-office.ts'

/** A round as people live it, from opened to archived: bureau, firm, two graders on telephones, moderator, public, appeal (6.8.2, A.1.4). */
let office: RoundOffice
let bureau: Page

beforeAll(async () => {
  office = await openRoundOffice()
  bureau = await office.deskOf(office.city.people.city)
})
afterAll(async () => {
  await office?.close()
})

const sql = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  await office.sql<T>(text, values)
const moveOnTo = (stage: string, decision?: string) => moveOn(office, bureau, stage, decision)

test('the bureau opens the procedure: facts are gathered, then the scored bodies may report', async () => {
  await moveOnTo('数据归集')
  await bureau.getByText('还剩 10 个工作日').first().waitFor()
  await accessible(bureau)
  await moveOnTo('自评申报', '部门数据年内补录，不影响自评')
  await bureau.getByText('各区、各角色的进度').waitFor({ state: 'attached' })
})

test('the firm reports: it declares a row with evidence, accepts the rest and submits', async () => {
  const { firmA } = office.city.people
  const { body } = await firmA.call(listReports, {})
  const report = body.rows.find(({ name }) => name === '幸福花园')
  const page = await office.deskOf(firmA)
  await page.goto(`${office.base}/self-reports/${report?.id}`)
  const row = page.locator('[id="row-1-06"]')
  await row.getByText('申报', { exact: true }).click()
  await row.getByLabel('分子').fill('11')
  await row.getByLabel('分母').fill('12')
  await row.getByLabel('说明').fill('2026 年联席会议纪要 11 份')
  await row
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: '会议纪要.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
      ),
    })
  await row.getByText('会议纪要.pdf').first().waitFor()
  await row.getByText('已保存').waitFor()
  await page.getByRole('button', { name: '其余全部认可' }).click()
  await page.getByRole('button', { name: /确\s*定/ }).click()
  await page.getByText(/还有 0 行未办理/).waitFor()
  await accessible(page)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await page.getByRole('button', { name: /确\s*定/ }).click()
  await page.getByText('已提交').first().waitFor()
})

test('the evaluators are drawn: the seed’s hash is published first, then a public number decides', async () => {
  const numberOn = addDays(office.clock.today(), 2)
  await bureau.goto(`${office.base}/grading/draw?round=${office.roundId}`)
  await accessible(bureau)
  const { city } = office.city.people
  const params = { id: office.roundId }
  const committed = await city.call(commitDraw, {
    params,
    body: { numberName: '中国福利彩票双色球第 2026030 期', numberOn },
  })
  expect(committed.status).toBe(200)
  await office.goTo(addDays(numberOn, 1))
  expect((await city.call(runDraw, { params, body: { number: drawNumber } })).status).toBe(200)
  await bureau.reload()
  await bureau.getByText('2026030').first().waitFor()
  await termRunsOut(office)
  await moveOnTo('考核评分', '其余对象逾期未自评，按现有数据评价')
})

let first: GraderWithPhone
let second: GraderWithPhone

const judgedOf = (task: GradingTask) =>
  task.rows.filter(({ rubric }) => rubric.length > 0).map(({ id }) => id)

async function handIn({ phone: { page }, task }: { phone: Phone; task: GradingTask }): Promise<void> {
  await page.goto(`${office.base}/field`)
  await openTask(page, task.projectName ?? task.subjectName)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
  await page.getByText('本任务已提交，不能再改。').waitFor()
}

test('two graders on telephones over HTTPS: one grades in the network, one without it and syncs once', async () => {
  const one = await drawnGrader(office, '幸福花园')
  const other = await drawnGrader(office, '阳光小区')
  if (!one || !other) throw new Error('nobody was drawn')
  first = await toPhone(office, one)
  second = await toPhone(office, other)
  const row = judgedOf(first.task)[0] ?? ''
  await openTask(first.phone.page, '幸福花园')
  await grade(first.phone.page, row, '优')
  await photograph(first.phone.page, row)
  await first.phone.page.getByText('已同步', { exact: true }).first().waitFor()

  const away = second.phone
  await openTask(away.page, '阳光小区')
  await offlineReady(away.page)
  await away.context.setOffline(true)
  const row2 = judgedOf(second.task)[0] ?? ''
  await grade(away.page, row2, '良')
  await away.page.reload()
  await closedCard(away.page, row2).or(card(away.page, row2)).first().waitFor()
  await away.page.getByText('待发送').first().waitFor()
  await away.context.setOffline(false)
  await away.page.getByText('已同步', { exact: true }).first().waitFor({ timeout: 30_000 })
  const [kept] = await sql<{ count: number }>(
    'SELECT count(*)::integer AS count FROM grading.grade_version v JOIN grading.grade g ON g.id = v.grade_id WHERE g.task_id = $1 AND g.indicator = $2',
    [second.task.id, row2],
  )
  expect(kept?.count).toBe(1)
  await gradeTheRest(first, [row])
  await gradeTheRest(second, [row2])
  await first.phone.page.goto(`${office.base}/field`)
  await openTask(first.phone.page, '幸福花园')
  await sign(first.phone.page, '社区网格员')
  await handIn(first)
  await handIn(second)
})

test('the moderator, who had no hand in it, looks at what stands out and confirms; the scores are computed from all of it', async () => {
  await moveOnTo('复核', '其余任务按现有数据评价，不再等待')
  await bureau.getByRole('button', { name: '计算全部得分' }).first().click()
  await bureau
    .getByRole('dialog')
    .getByRole('button', { name: /计算|确定/ })
    .last()
    .click()
  await expect
    .poll(
      async () =>
        (
          await sql<{ keeps: boolean }>(
            'SELECT keeps_readings AS keeps FROM evaluation.run WHERE round_id = $1 ORDER BY id DESC LIMIT 1',
            [office.roundId],
          )
        )[0]?.keeps,
      { timeout: 20_000 },
    )
    .toBe(true)
  const { city, district: moderator } = office.city.people
  expect((await city.call(examineRound, { params: { id: office.roundId }, body: {} })).status).toBe(200)
  const page = await office.deskOf(moderator)
  await page.goto(`${office.base}/moderation`)
  await page.getByRole('heading', { name: '复核', exact: true }).first().waitFor()
  await page.getByText('阳光小区').first().waitFor()
  await accessible(page)
  await page
    .getByLabel(/全选|Select all/)
    .first()
    .check()
  await page.getByRole('button', { name: '复核确认' }).first().click()
  await page
    .getByRole('dialog')
    .or(page.locator('.ant-popconfirm'))
    .getByRole('button', { name: /确\s*定|复核确认/ })
    .last()
    .click()
  await expect
    .poll(
      async () =>
        (
          await sql<{ count: number }>(
            "SELECT count(*)::integer AS count FROM moderation.review_event WHERE kind = 'confirmed'",
          )
        )[0]?.count ?? 0,
    )
    .toBeGreaterThan(0)
  await moveOnTo('公示', '其余对象的疑点已逐项核对并记录')
})

test('the public reads the result on a telephone, without signing in, and how to object until when', async () => {
  const page = await office.visitor()
  await page.goto(`${office.base}/public/`)
  await page
    .getByText(/公示中/)
    .first()
    .waitFor()
  await page.getByRole('searchbox').or(page.getByPlaceholder('名称、拼音或代码')).first().fill('yangguang')
  await page.keyboard.press('Enter')
  await page
    .getByRole('link', { name: /阳光小区/ })
    .first()
    .click()
  await page
    .getByRole('heading', { name: /阳光小区/ })
    .first()
    .waitFor()
  await accessible(page)
})

test('the firm appeals a row with reasons; another than its grader upholds it, and whoever moved is told', async () => {
  const { firmB, city, district } = office.city.people
  const { body: own } = await firmB.call(listOwnResults, {})
  const subject = own.results.find(({ name }) => name === '阳光小区')
  const before = await totalOf(office, '阳光小区')
  const filed = await firmB.call(fileAppeal, {
    body: {
      id: randomUUID(),
      subjectId: subject?.subjectId ?? '',
      rows: [{ indicator: '1-06', reason: '全年十二次联席会议均有纪要，档案存于社区，请核对。' }],
    },
  })
  expect(filed.status).toBe(200)
  await termRunsOut(office)
  await moveOnTo('申诉处理')
  const { body: candidates } = await city.call(listCandidates, { params: { id: filed.body.id } })
  expect(candidates.candidates.length).toBeGreaterThan(0)
  const chosen = candidates.candidates.find(({ id }) => id === city.id || id === district.id)
  await city.call(assignAppeal, {
    params: { id: filed.body.id },
    body: { assigneeId: chosen?.id ?? '', reason: '未参与该项评分' },
  })
  const decider = chosen?.id === district.id ? district : city
  const decided = await decider.call(decideAppeal, {
    params: { id: filed.body.id },
    body: {
      rows: [
        {
          indicator: '1-06',
          outcome: 'upheld',
          answer: '经核对社区档案，十二次会议纪要齐全。',
          entered: { numerator: '12', denominator: '12' },
        },
      ],
      answer: '申诉成立，按核定数据重新计分。',
    },
  })
  expect(decided).toMatchObject({ status: 200, body: { outcome: 'upheld' } })
  expect(await totalOf(office, '阳光小区')).toBeGreaterThan(before)
  await expect
    .poll(
      async () =>
        (
          await sql<{ count: number }>(
            'SELECT count(*)::integer AS count FROM notices.notice WHERE account_id = $1',
            [firmB.id],
          )
        )[0]?.count ?? 0,
    )
    .toBeGreaterThan(0)
})

test('the result is final and archived: scored again from the archive alone it gives the same bytes', async () => {
  await moveOnTo('结果确定')
  await moveOnTo('归档')
  await bureau.goto(`${office.base}/archives/${office.roundId}`)
  await bureau.getByText('归档文件的 SHA-256').first().waitFor()
  await accessible(bureau)
  const lines: string[] = []
  const { editions } = office.app.engine
  for await (const line of archiveLines(office.app.database.db, editions, office.roundId)) lines.push(line)
  const again = await replay(lines)
  expect(again).toMatchObject({ different: [], found: again.stated })
  const visitor = await office.visitor()
  await visitor.goto(`${office.base}/public/`)
  await visitor.getByText('最终结果').first().waitFor()
  expect(office.problems).toEqual([])
})
