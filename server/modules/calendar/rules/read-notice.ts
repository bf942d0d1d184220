import type { HolidaysOfYear } from '../../../values/holiday-notice.ts'
import { type Day, daysBetween, isDay } from '../../../values/days.ts'
import type { Refusal } from '../../../platform/problems/refusal.ts'
import { refuse } from '../problems.ts'

/** A notice read from its own words; `lines` says where each of its arrangements stands, counted from 1. */
export interface NoticeRead extends HolidaysOfYear {
  title: string
  number: string | null
  issuer: string
  issuedOn: Day
  lines: number[]
}

interface Item {
  line: number
  festival: string
  text: string
}

const weekdays = '日一二三四五六'
const dated = String.raw`(?:(?<Y>\d{4})年)?(?<M>\d{1,2})月(?<D>\d{1,2})日(?<W>\([^)]*\))?`
const dateIn = (suffix: string) => dated.replaceAll(/<(\w)>/g, `<$1${suffix}>`)
const ranged = new RegExp(
  String.raw`^${dateIn('a')}至(?:(?:(?<Yb>\d{4})年)?(?<Mb>\d{1,2})月)?(?<Db>\d{1,2})日(?<Wb>\([^)]*\))?放假`,
)
const single = new RegExp(`^${dateIn('a')}放假`)

/**
 * Reads a notice of the State Council General Office word for word: each numbered line gives a festival, the days off
 * and the make-up days. Every stated weekday and number of days must be right.
 * @returns the notice, or every fault with its line
 */
export function readNotice(text: string): NoticeRead | { faults: Refusal[] } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, ''))
  const title = lines.find((line) => /关于\d{4}年.*节假日.*安排的通知/.test(line))
  const year = Number(/关于(\d{4})年/.exec(title ?? '')?.[1])
  const issuedOn = lines.flatMap((line) => signedDay(line) ?? []).at(-1)
  const faults: Refusal[] = []
  if (!title) faults.push(refuse('title-missing', {}, { field: 'text' }))
  if (!issuedOn) faults.push(refuse('date-missing', {}, { field: 'text' }))
  const items = title ? itemsOf(lines) : []
  const holidays = items.flatMap((item) => readItem(item, year, faults) ?? [])
  if (!title || !issuedOn || faults.length > 0) return { faults }
  const number = lines.map((line) => /^国办发(?:明电)?[〔[(]\d{4}[〕\])]\d+号/.exec(line)?.[0]).find(Boolean)
  return {
    year,
    title,
    number: number ?? null,
    issuer: title.split('关于')[0] || '国务院办公厅',
    issuedOn,
    holidays,
    lines: items.map(({ line }) => line),
  }
}

function signedDay(line: string): Day | undefined {
  const [, y = '', m = '', d = ''] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(line) ?? []
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** Numbered lines with what is wrapped onto the next ones; an empty line ends them. */
function itemsOf(lines: readonly string[]): Item[] {
  const items: Item[] = []
  let open: Item | undefined
  lines.forEach((line, i) => {
    const [, festival, text] = /^[一二三四五六七八九十]+、([^:]+):(.*)$/.exec(line) ?? []
    if (festival && text !== undefined) {
      open = { line: i + 1, festival, text }
      items.push(open)
    } else if (line === '') open = undefined
    else if (open) open.text += line
  })
  return items
}

function readItem({ line, festival, text }: Item, year: number, faults: Refusal[]) {
  const fault = (code: Parameters<typeof refuse>[0], params: Record<string, string | number>) =>
    void faults.push(refuse(code, { line, festival, ...params }, { field: 'text', row: line }))
  // What is only encouraged (鼓励……休息) orders nothing.
  const [arranged = '', ...others] = (text.split('鼓励')[0] ?? '').split(/[。;]/)
  const found = (ranged.exec(arranged) ?? single.exec(arranged))?.groups
  if (!found) return fault('sentence-unreadable', { text: arranged.slice(0, 40) })

  const dayOf = (
    y: string | undefined,
    m: string | undefined,
    d: string | undefined,
    says: string | undefined,
  ) => {
    const [month = '', date = ''] = [m, d].map((part) => part?.padStart(2, '0'))
    const day = `${y ?? year}-${month}-${date}`
    if (!isDay(day)) return fault('day-unknown', { text: `${Number(month)}月${Number(date)}日` })
    const named = /(?:周|星期)([日一二三四五六天])/.exec(says ?? '')?.[1]?.replace('天', '日')
    const is = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
    if (named && named !== is) fault('weekday-differs', { day, is, says: `星期${named}` })
    return day
  }
  const first = dayOf(found.Ya, found.Ma, found.Da, found.Wa)
  const last = found.Db
    ? dayOf(found.Yb ?? laterYear(found), found.Mb ?? found.Ma, found.Db, found.Wb)
    : first
  if (!first || !last) return undefined
  const says = Number(/共(\d+)天|放假(\d+)天/.exec(arranged)?.slice(1).find(Boolean) ?? 0)
  const is = daysBetween(first, last) + 1
  if (says > 0 && says !== is) fault('count-differs', { first, last, is, says })
  const work = others.flatMap((sentence) => {
    const days = [...sentence.matchAll(new RegExp(dateIn('x'), 'g'))]
    if (sentence.includes('上班') ? days.length === 0 : days.length > 0)
      fault('sentence-unreadable', { text: sentence.slice(0, 40) })
    if (!sentence.includes('上班')) return []
    return days.flatMap(({ groups }) => dayOf(groups?.Yx, groups?.Mx, groups?.Dx, groups?.Wx) ?? [])
  })
  return { festival, first, last, work }
}

/** 2022年12月31日至2日: a range that names its first year and turns the year without naming the second. */
function laterYear({ Ya, Ma, Mb }: Record<string, string | undefined>): string | undefined {
  if (!Ya) return undefined
  return Mb && Number(Mb) < Number(Ma) ? String(Number(Ya) + 1) : Ya
}
