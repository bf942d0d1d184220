import { expect, test } from 'vitest'
import { calendar, events, given, limits, office, type Told, utc } from './testing/world.ts'
import { whyThisDeadline } from './why-this-deadline.ts'

const by = { calendar, limits, stated: () => ({ clause: '6.4.2 c', undecided: true }) }
const why = (...told: Told[]) => whyThisDeadline(events(told), by).map(({ zh }) => zh)
const signed = (at: string): Told => ['signed', at, { inTime: true }, 'anna']

test('6.4.2 c: over 国庆: what began it, how long, which days do not count, 补班 that does, the last day to 24:00', () => {
  const told = [...given('2026-09-29 10:00'), signed('2026-09-29 11:00')]
  expect(why(...told)).toEqual([
    '9月29日（周二）10:00受理，答复期限由此起算',
    '“一般诉求”的答复期限为 5 个工作日，从下一个工作日起算（依据 6.4.2 c，市里未定，暂用）',
    '9月30日（周三）是第 1 个工作日',
    '10月1日至7日国庆节，不计入',
    '10月10日（周六）补班，计入，是第 4 个工作日',
    '10月11日（周日）周末，不计入',
    '10月12日（周一）24:00到期，这一天是第 5 个工作日',
  ])
  expect(whyThisDeadline(events(told), by).map(({ at }) => at)).toEqual([
    utc('2026-09-29 10:00'),
    utc('2026-09-29 10:00'),
    '2026-09-30',
    '2026-10-01',
    '2026-10-10',
    '2026-10-11',
    utc('2026-10-13 00:00'),
  ])
  expect(whyThisDeadline(events(told), by).at(-1)?.en).toBe(
    'It runs out on Mon 12 Oct 2026 24:00, working day 5',
  )
})

test('a stop and an extension stand in it where they happened', () => {
  const told: Told[] = [
    ...given('2026-11-23 09:00'),
    signed('2026-11-23 10:00'),
    ['suspended', '2026-11-25 09:00', { days: 3, reason: '' }],
    ['resumed', '2026-11-27 09:00', { by: 'person' }],
    ['extension-granted', '2026-11-27 10:00', { days: 2 }],
  ]
  expect(why(...told)).toEqual([
    '11月23日（周一）09:00受理，答复期限由此起算',
    '“一般诉求”的答复期限为 5 个工作日，从下一个工作日起算（依据 6.4.2 c，市里未定，暂用）',
    '11月24日（周二）是第 1 个工作日',
    '11月25日、26日挂起停止计时，不计入',
    '11月25日（周三）09:00挂起，停止计时（最长 3 个工作日）',
    '11月27日（周五）09:00恢复计时',
    '11月27日（周五）10:00同意延期 2 个工作日',
    '11月28日、29日周末，不计入',
    '12月4日（周五）24:00到期，这一天是第 7 个工作日',
  ])
  expect(why(...told.slice(0, 5)).at(-1)).toBe('现已停止计时，最迟 11月30日（周一）24:00自动恢复')
})

test('hours run day and night, and nothing is left out', () =>
  expect(why(...given('2026-11-28 23:00', 'danger'), signed('2026-11-28 23:10'))).toEqual([
    '11月28日（周六）23:00受理，答复期限由此起算',
    '“险情”的答复期限为 2 小时，昼夜和节假日连续计算（依据 6.4.2 c，市里未定，暂用）',
    '11月29日（周日）01:00到期',
  ]))

test('after a climb the level’s own term is explained, and what the answer is measured by', () => {
  const leader = office('community')
  const climbed: Told = [
    'climbed',
    '2026-11-25 00:01',
    { from: 'project', to: 'community', why: 'time', leader },
  ]
  expect(why(...given('2026-11-23 09:00'), climbed)).toEqual([
    '11月25日（周三）00:01因超期未办升级到社区，升级后本级办理期限由此起算',
    '“一般诉求”的升级后本级办理期限为 3 个工作日，从下一个工作日起算（依据 6.4.2 c，市里未定，暂用）',
    '11月26日（周四）是第 1 个工作日',
    '11月28日、29日周末，不计入',
    '11月30日（周一）24:00到期，这一天是第 3 个工作日',
    '答复是否按期另按答复期限计算，到 11月30日（周一）24:00为止',
  ])
  const back: Told = [
    'sent-back',
    '2026-11-25 09:00',
    { to: { level: 'project', bodyId: 'firm', placeId: null }, workingDays: 2, note: '' },
  ]
  expect(why(...given('2026-11-23 09:00'), climbed, back)[1]).toContain('（上级交办时确定）')
})

test('past the last official year the day is provisional, and it says that nothing climbs by it', () =>
  expect(why(...given('2026-12-30 09:00'), signed('2026-12-30 10:00')).slice(-4)).toEqual([
    '12月31日（周四）是第 1 个工作日',
    '1月1日（周五）元旦，不计入',
    '1月2日、3日周末，不计入',
    '1月7日（周四）是第 5 个工作日，暂定到期（该年放假安排公布后确定，暂定日期不自动升级）',
  ]))

test('where no term runs there is nothing to explain', () =>
  expect(why(...given('2026-11-23 09:00'), ['withdrawn', '2026-11-24 09:00', { reason: '' }])).toEqual([]))
