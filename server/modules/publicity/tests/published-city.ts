import { randomUUID } from 'node:crypto'
import { advanceRound, evaluateRound, getRound, openRound } from '../../../../contracts/evaluation/staff.ts'
import { createCompound } from '../../../../contracts/organisations/staff.ts'
import { perform } from '../../../access/action.ts'
import type { Clock } from '../../../platform/clock/clock.ts'
import { shanghaiDay } from '../../../values/days.ts'
import { enrolled, type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { recordPlacesAction } from '../../organisations/index.ts'

export interface PublishedCity {
  app: TestApp
  /** The city's bureau, signed in on the day that it is. */
  readonly bureau: Person
  roundId: string
  /** Lets days go by; sessions do not last that long. */
  at(instant: string): Promise<void>
  advance(from: 'moderation' | 'publicity' | 'appeals', decision?: string): Promise<number>
  /** As anybody's phone asks. */
  ask(url: string, body?: object): Promise<{ status: number; body: unknown; text: string }>
  close(): Promise<void>
}

const place = (row: number, code: string, name: string, kind: string, parent: string) => ({
  row,
  cells: { code, name, kind, parent, inBuiltUpArea: true, validFrom: '2020-01-01' },
})

export const compounds = ['幸福花园', '长安小区', '乐园新村'] as const

/** A district with three projects of one enterprise, computed and moderated: the next step is publicity. */
export async function moderatedCity(): Promise<PublishedCity> {
  let now = new Date('2026-11-23T09:00:00+08:00')
  const clock: Clock = { now: () => now, today: () => shanghaiDay(now) }
  const app = await testApp({ clock })
  const signIn = async () =>
    await enrolled(await app.person({ role: 'city-official', placeId: app.cityId }), app.context.clock)
  let bureau = await signIn()
  await perform(await bureau.ctx(), recordPlacesAction, [
    place(2, '150203000000', '昆都仑区', 'district', '150200000000'),
    place(3, '150203001000', '少先路街道', 'street', '150203000000'),
    place(4, '150203001001', '示例社区', 'community', '150203001000'),
  ])
  const enterprise = randomUUID()
  const { pool } = app.database
  await pool.query(
    `INSERT INTO organisations.body (id, kind, name, uscc, place_id, valid_from, pinyin, initials)
     VALUES ($1, 'enterprise', '示例物业', '91350100M000100Y43', $2, '2020-01-01', '', '')`,
    [enterprise, app.cityId],
  )
  for (const name of compounds) {
    const { body } = await bureau.call(createCompound, {
      body: {
        community: '150203001001',
        name,
        validFrom: '2020-01-01',
        type: 'existing',
        managementMode: 'enterprise',
        households: 600,
        buildings: 10,
        area: '60000',
        enclosure: 'closed',
        renovatedOn: null,
        committeeImpossibleReason: null,
      },
    })
    await pool.query(
      `INSERT INTO organisations.service_contract (id, provider_id, compound_id, number, valid_from) VALUES ($1, $2, $3, $4, '2024-01-01')`,
      [randomUUID(), enterprise, body.id, name],
    )
  }
  const { body: round } = await bureau.call(openRound, {
    body: { year: 2026, name: '年度评价', placeId: app.cityId },
  })
  // The stages before are other modules' stories.
  await pool.query(`UPDATE evaluation.round SET state = 'moderation' WHERE id = $1`, [round.id])
  const { body: run } = await bureau.call(evaluateRound, { params: { id: round.id }, body: {} })
  for (let done = false; !done; await new Promise((next) => setTimeout(next, 20))) {
    const { body } = await bureau.call(getRound, { params: { id: round.id } })
    done = body.run?.id === run.runId && body.run.finishedAt !== null
  }
  return {
    app,
    get bureau() {
      return bureau
    },
    roundId: round.id,
    async at(instant) {
      now = new Date(instant)
      bureau = await signIn()
    },
    async advance(from, decision = '测试推进，不再等待') {
      const { status } = await bureau.call(advanceRound, {
        params: { id: round.id },
        body: { from, decision },
      })
      return status
    },
    async ask(url, body) {
      const answer = await app.http.inject({
        method: body ? 'POST' : 'GET',
        url,
        headers: { 'x-gongzhi': '1' },
        ...(body ? { payload: body } : {}),
      })
      return { status: answer.statusCode, body: answer.json(), text: answer.body }
    },
    close: () => app.close(),
  }
}
