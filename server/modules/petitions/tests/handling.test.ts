import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as contract from '../../../../contracts/petitions/staff.ts'
import {
  answered,
  filed,
  later,
  photo,
  satisfied,
  unsatisfied,
  type WorkingCity,
  workingCity,
} from './working-city.ts'

let city: WorkingCity
beforeAll(async () => {
  city = await workingCity()
})
afterAll(() => city.app.close())

const state = async (id: string) => {
  const { body } = await city.bureau.call(contract.getClaim, { params: { id } })
  return body
}

describe('6.4.2: from the counter to 销号', () => {
  test('what the firm answers with proof the community reviews, visits, closes and strikes off', async () => {
    const { community, firm, head } = city.people
    const id = await answered(city)
    const params = { id }
    expect((await firm.call(contract.reviewClaim, { params, body: {} })).status).toBe(403)
    expect(
      (await head.call(contract.visitClaim, { params, body: { result: 'reached', rating: satisfied } }))
        .status,
    ).toBe(403)
    expect(
      (await community.call(contract.reviewClaim, { params, body: { note: '属实' } })).body,
    ).toMatchObject({ state: 'reviewed' })
    expect(
      (await community.call(contract.visitClaim, { params, body: { result: 'reached' } })).body,
    ).toMatchObject({ code: 'petitions.rating-missing' })
    expect(
      (await community.call(contract.visitClaim, { params, body: { result: 'reached', rating: satisfied } }))
        .body,
    ).toMatchObject({ state: 'visited' })
    expect(
      (
        await community.call(contract.visitClaim, {
          params,
          body: { result: 'reached', rating: unsatisfied },
        })
      ).status,
    ).toBe(409)
    expect((await community.call(contract.closeClaim, { params, body: {} })).body).toMatchObject({
      state: 'closed',
    })
    expect((await community.call(contract.strikeOffClaim, { params, body: {} })).body).toMatchObject({
      state: 'struck-off',
    })
    const page = await state(id)
    expect(page).toMatchObject({
      state: 'struck-off',
      outcome: 'solved',
      answeredInTime: true,
      rating: satisfied,
      deadline: null,
    })
    expect(page.events.map(({ kind }) => kind)).toEqual([
      'filed',
      'accepted',
      'dispatched',
      'signed',
      'handling',
      'answered',
      'reviewed',
      'visited',
      'closed',
      'struck-off',
    ])
    expect(page.events.find(({ kind }) => kind === 'answered')).toMatchObject({
      zh: '答复：已解决，按时',
      note: '楼道灯已更换，恢复照明。',
    })
    expect(page.events.find(({ kind }) => kind === 'answered')?.evidence).toHaveLength(1)
  })

  test('an unsatisfied visit: sent again, or closed with a reason and never as solved', async () => {
    const { community, firm } = city.people
    const id = await answered(city)
    const params = { id }
    await community.call(contract.reviewClaim, { params, body: {} })
    await community.call(contract.visitClaim, { params, body: { result: 'reached', rating: unsatisfied } })
    expect((await community.call(contract.closeClaim, { params, body: {} })).body).toMatchObject({
      code: 'petitions.reason-to-close',
    })
    expect(
      (await community.call(contract.sendClaimAgain, { params, body: { reason: '诉求人说灯仍不亮' } })).body,
    ).toMatchObject({ state: 'handling' })
    const documentIds = [await photo(city, firm)]
    await firm.call(contract.answerClaim, {
      params,
      body: { outcome: 'solved', answer: '已重新接线并试灯', documentIds },
    })
    await community.call(contract.reviewClaim, { params, body: {} })
    await community.call(contract.visitClaim, { params, body: { result: 'reached', rating: unsatisfied } })
    const reason = '已与诉求人约定改造时间'
    expect(
      (await community.call(contract.closeClaim, { params, body: { outcome: 'solved', reason } })).body,
    ).toMatchObject({ code: 'petitions.not-confirmed' })
    await community.call(contract.closeClaim, { params, body: { reason } })
    expect(await state(id)).toMatchObject({ state: 'closed', outcome: 'unknown', redone: 1 })
    expect(
      (await community.call(contract.reopenClaim, { params, body: { reason: '诉求人到窗口申请重办' } })).body,
    ).toMatchObject({ state: 'dispatched' })
  })

  test('未能回访 takes three tries on two days', async () => {
    const { community } = city.people
    const id = await answered(city)
    const params = { id }
    await community.call(contract.reviewClaim, { params, body: {} })
    const tried = () =>
      city.people.community.call(contract.tryVisit, { params, body: { note: '电话无人接听' } })
    await tried()
    await tried()
    expect((await tried()).body).toMatchObject({ tries: 3, days: 1, mayEnd: false })
    expect(
      (await community.call(contract.visitClaim, { params, body: { result: 'unreached' } })).body,
    ).toMatchObject({ code: 'petitions.tries-missing' })
    await later(city, 24)
    expect((await tried()).body).toMatchObject({ tries: 4, days: 2, mayEnd: true })
    expect(
      (await city.people.community.call(contract.visitClaim, { params, body: { result: 'unreached' } })).body,
    ).toMatchObject({ state: 'visited' })
    await city.people.community.call(contract.closeClaim, { params, body: {} })
    expect(await state(id)).toMatchObject({
      visitResult: 'unreached',
      outcome: 'unknown',
      rating: { satisfied: null },
    })
  })
})

describe('whoever has it', () => {
  test('an answer without proof is refused, except where it says why nothing could be done', async () => {
    const { firm } = city.people
    const id = await filed(city)
    const params = { id }
    await firm.call(contract.signClaim, { params, body: {} })
    const answer = { answer: '该处不属于物业服务范围', documentIds: [] }
    expect(
      (await firm.call(contract.answerClaim, { params, body: { ...answer, outcome: 'solved' } })).body,
    ).toMatchObject({ code: 'petitions.proof-missing' })
    expect(
      (await firm.call(contract.answerClaim, { params, body: { ...answer, outcome: 'not-responsible' } }))
        .body,
    ).toMatchObject({ state: 'answered' })
  })

  test('two on one claim: the second is told who did what; the same submission twice is one', async () => {
    const { firm, head } = city.people
    const id = await filed(city)
    const params = { id }
    const key = { 'idempotency-key': `sign-${id}` }
    const first = await firm.call(contract.signClaim, { params, body: {} }, key)
    expect((await firm.call(contract.signClaim, { params, body: {} }, key)).body).toEqual(first.body)
    const second = await head.call(contract.signClaim, { params, body: {} })
    expect(second).toMatchObject({ status: 409, body: { code: 'petitions.moved-on' } })
    expect(JSON.stringify(second.body)).toContain('签收')
    const stale = await head.call(contract.handleClaim, {
      params,
      body: { plan: '安排维修', seen: first.body.seq - 1 },
    })
    expect(stale).toMatchObject({ status: 409, body: { code: 'petitions.moved-on' } })
  })

  test('退单 goes back to the office with a reason; too late it is refused; the third time it climbs by itself', async () => {
    const { community, firm } = city.people
    const id = await filed(city)
    const params = { id }
    for (let i = 0; i < 3; i++) {
      if (i > 0) await community.call(contract.dispatchClaim, { params, body: {} })
      expect(
        (await firm.call(contract.returnClaim, { params, body: { reason: '不在合同范围内' } })).body,
      ).toMatchObject({ state: 'accepted' })
    }
    expect((await state(id)).events.filter(({ kind }) => kind === 'climbed')).toHaveLength(1)
    const late = await filed(city)
    await firm.call(contract.signClaim, { params: { id: late }, body: {} })
    await later(city, 5 * 24)
    expect(
      (
        await city.people.firm.call(contract.returnClaim, {
          params: { id: late },
          body: { reason: '不在合同范围内' },
        })
      ).body,
    ).toMatchObject({ code: 'petitions.returned-late' })
  })

  test('an extension is asked for once, within the limit, and granted from above; a suspension stops the clock', async () => {
    const { community, firm } = city.people
    const id = await filed(city)
    const params = { id }
    await firm.call(contract.signClaim, { params, body: {} })
    const ask = (days: number) =>
      firm.call(contract.askExtension, { params, body: { days, reason: '需采购配件' } })
    expect((await ask(11)).body).toMatchObject({ code: 'petitions.extension-long' })
    const before = (await ask(10)).body.dueAt as string
    expect((await firm.call(contract.settleExtension, { params, body: { granted: true } })).status).toBe(403)
    const granted = await community.call(contract.settleExtension, { params, body: { granted: true } })
    expect((granted.body.dueAt as string) > before).toBe(true)
    expect((await ask(1)).body).toMatchObject({ code: 'petitions.extended-before' })
    const stop = (days: number) =>
      firm.call(contract.askSuspension, { params, body: { days, reason: '等待业主表决' } })
    expect((await stop(21)).body).toMatchObject({ code: 'petitions.suspension-long' })
    await stop(5)
    expect(
      (await community.call(contract.settleSuspension, { params, body: { granted: true } })).body,
    ).toMatchObject({ dueAt: null })
    expect((await firm.call(contract.resumeClaim, { params, body: {} })).body.dueAt).not.toBeNull()
  })
})

describe('offices over it', () => {
  test('a claim is declined with the right channel, withdrawn, marked, left out of rates and counted again', async () => {
    const { community, street, district } = city.people
    const id = await filed(city)
    const params = { id }
    const mark = { level: 'street' as const, complex: true, supervised: true }
    expect((await community.call(contract.markKey, { params, body: mark })).body).toMatchObject({
      code: 'petitions.list-above',
    })
    expect((await street.call(contract.markKey, { params, body: mark })).status).toBe(200)
    const listed = await street.call(contract.keyList, { query: {} })
    expect(listed.body.rows.map((row) => row.id)).toContain(id)
    const out = { why: 'duplicate' as const, reason: '同一事实重复登记' }
    expect((await street.call(contract.excludeClaim, { params, body: out })).status).toBe(403)
    expect((await district.call(contract.excludeClaim, { params, body: out })).status).toBe(200)
    expect(
      (await district.call(contract.includeClaim, { params, body: { reason: '核实后不重复' } })).status,
    ).toBe(200)
    expect((await community.call(contract.urgeClaim, { params, body: {} })).status).toBe(200)
    expect(
      (await street.call(contract.superviseClaim, { params, body: { note: '请今日办结' } })).status,
    ).toBe(200)
    expect((await street.call(contract.takeOverClaim, { params, body: {} })).status).toBe(403)
    expect(
      (await community.call(contract.withdrawClaim, { params, body: { reason: '诉求人来电撤回' } })).body,
    ).toMatchObject({ state: 'withdrawn' })
  })

  test('a claim that nobody signs for climbs; the office it came to takes it over, and then the level above reviews', async () => {
    const { community, street, district, firm } = city.people
    const id = await filed(city)
    const params = { id }
    for (let i = 0; i < 3; i++) {
      if (i > 0) await community.call(contract.dispatchClaim, { params, body: {} })
      await firm.call(contract.returnClaim, { params, body: { reason: '不在合同范围内' } })
    }
    expect(await state(id)).toMatchObject({ level: 'street' })
    expect(
      (await street.call(contract.takeOverClaim, { params, body: { note: '由街道组织维修' } })).body,
    ).toMatchObject({ state: 'handling' })
    const documentIds = [await photo(city, street)]
    await street.call(contract.answerClaim, {
      params,
      body: { outcome: 'solved', answer: '街道已组织维修', documentIds },
    })
    expect((await street.call(contract.reviewClaim, { params, body: {} })).status).toBe(403)
    expect((await community.call(contract.reviewClaim, { params, body: {} })).status).toBe(403)
    expect((await district.call(contract.reviewClaim, { params, body: {} })).body).toMatchObject({
      state: 'reviewed',
    })
  })

  test('one claim is joined to another: its reporter follows the lead', async () => {
    const { community } = city.people
    const lead = await filed(city)
    const id = await filed(city, { reporterPhone: '13900139000' })
    const similar = await community.call(contract.listMergeable, { params: { id } })
    expect(similar.body.rows.map((row) => row.id)).toContain(lead)
    expect(
      (await community.call(contract.mergeClaim, { params: { id }, body: { into: id } })).body,
    ).toMatchObject({ code: 'petitions.into-itself' })
    expect(
      (await community.call(contract.mergeClaim, { params: { id }, body: { into: lead } })).body,
    ).toMatchObject({ state: 'merged' })
    expect(await state(lead)).toMatchObject({ followers: 1, joined: [{ id }] })
  })
})
