import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Person, type TestApp, testApp } from '../../../platform/testing/app.ts'
import { movedClock } from '../../../platform/testing/moved-clock.ts'
import type { ReminderSource } from '../../reminder-source.ts'
import { lastMorning, remind } from '../actions/remind.ts'
import { notices } from '../queries/notices.ts'
import { drained } from './told.ts'

const clock = movedClock('2026-11-23T07:59:00+08:00')
let app: TestApp
let person: Person

beforeAll(async () => {
  app = await testApp({ clock })
  person = await app.person({ role: 'district-official', placeId: app.cityId })
})
afterAll(() => app.close())

const asked: string[] = []
const source: ReminderSource = {
  name: 'test.term',
  async due(_ctx, today) {
    asked.push(today)
    return [
      {
        to: [{ accountId: person.id }],
        zh: `${today}：自评还有 2 天截止`,
        en: `${today}: two days left`,
        link: '/',
        key: `test.term ${today}`,
      },
    ]
  },
}
const failing: ReminderSource = {
  name: 'test.failing',
  due: () => Promise.reject(new Error('the source is broken')),
}
const morning = () => remind(app.context, [source], lastMorning(clock.now()))

test('reminders are asked once a day after eight in the morning, by whichever process comes first', async () => {
  await morning()
  expect(asked).toEqual([])
  clock.moveTo('2026-11-23T08:00:00+08:00')
  await Promise.all([morning(), morning(), morning()])
  clock.moveTo('2026-11-23T23:00:00+08:00')
  await morning()
  clock.moveTo('2026-11-24T07:00:00+08:00')
  await morning()
  expect(asked).toEqual(['2026-11-23'])
  clock.moveTo('2026-11-24T08:30:00+08:00')
  await morning()
  expect(asked).toEqual(['2026-11-23', '2026-11-24'])
})

test('days on which the server did not run are caught up once, with today’s day, and tell nobody twice', async () => {
  clock.moveTo('2026-11-28T03:00:00+08:00')
  await morning()
  await morning()
  clock.moveTo('2026-11-28T09:00:00+08:00')
  await morning()
  await drained(app)
  // Not over the wire: the session ended long ago by this clock.
  const actor = { id: person.id, displayName: '', today: clock.today(), grants: [] }
  const { rows } = await notices({ ...app.context, actor }, { limit: 50 })
  const texts = rows.map((row) => row.zh.slice(0, 10))
  expect(texts).toEqual(['2026-11-28', '2026-11-24', '2026-11-23'])
})

test('a source that fails is asked again and keeps no other from being asked', async () => {
  clock.moveTo('2026-11-29T09:00:00+08:00')
  const day = lastMorning(clock.now())
  await expect(remind(app.context, [failing, source], day)).rejects.toThrow('the source is broken')
  expect(asked.at(-1)).toBe('2026-11-29')
  let isMended = false
  await remind(
    app.context,
    [
      {
        ...failing,
        async due() {
          isMended = true
          return []
        },
      },
    ],
    day,
  )
  expect(isMended).toBe(true)
})
