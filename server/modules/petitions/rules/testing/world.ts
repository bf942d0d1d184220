import { limitAt, loadRulebook } from '../../../../rulebook/load.ts'
import { daysOfNotice } from '../../../../values/holiday-notice.ts'
import { calendarOf } from '../../../../values/working-days.ts'
import type { ClaimEvent, EventData, Handler, KeptEvent } from '../events.ts'
import { foldEvents } from '../fold.ts'
import { type LimitOn, warningShares } from '../terms.ts'
import type { Heights, Reading } from '../what-is-due.ts'

const rulebook = loadRulebook()
export const limits: LimitOn = (id, day) => limitAt(rulebook, id, day).value.toString()
/** Official for 2024 to 2026, provisional from 2027 on. */
export const calendar = calendarOf(rulebook.calendars.map(daysOfNotice))
export const reading: Reading = { calendar, limits, shares: warningShares(limits, '2026-01-01') }

export const heights: Heights = {
  skipsCommunity: false,
  ladder: [
    { level: 'street', placeId: 'street' },
    { level: 'community', placeId: 'community' },
    { level: 'city', placeId: 'city' },
    { level: 'district', placeId: 'district' },
  ],
}
export const firm: Handler = { level: 'project', bodyId: 'firm', placeId: null }
export const otherFirm: Handler = { level: 'project', bodyId: 'other-firm', placeId: null }
export const office = (level: 'community' | 'street' | 'district'): Handler => ({
  level,
  bodyId: null,
  placeId: level,
})

/** An instant in Asia/Shanghai as events carry it: `utc('2026-11-23 09:00')`. */
export const utc = (text: string): string => new Date(`${text.replace(' ', 'T')}+08:00`).toISOString()

/** `[kind, 'YYYY-MM-DD HH:MM' in Asia/Shanghai, data, by]` */
export type Told = {
  [K in keyof EventData]: readonly [kind: K, at: string, data: EventData[K], by?: string]
}[keyof EventData]

export const events = (told: readonly Told[]): KeptEvent[] =>
  told.map(
    ([kind, at, data, by], i) => ({ kind, at: utc(at), by: by ?? null, data, seq: i + 1 }) as KeptEvent,
  )

export const claimAfter = (...told: Told[]) => foldEvents(events(told), limits)

/** Filed, accepted and given to a firm at one moment, as routing does. */
export const given = (at: string, limitClass: EventData['accepted']['limitClass'] = 'general'): Told[] => [
  ['filed', at, { channel: 'resident', category: '0101', limitClass, desk: office('community') }],
  ['accepted', at, { limitClass }],
  ['dispatched', at, { to: firm }],
]

export const kindsOf = (all: readonly ClaimEvent[]) => all.map(({ kind }) => kind)
