import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id } from '../shapes.ts'
import { termRule } from './words.ts'

const year = z.coerce
  .number()
  .int()
  .min(2000, '年度应在 2000 至 2099 之间')
  .max(2099, '年度应在 2000 至 2099 之间')

/** One festival's arrangement: off from its first to its last day, and the make-up working days (补班) for it. */
export const holiday = z.object({
  festival: z.string().trim().min(1, '请写明节日').max(40),
  first: day,
  last: day,
  work: z.array(day).max(10).default([]),
})
/** The official notice on a year's holidays. */
export const notice = z.object({
  year,
  title: z.string().trim().min(4, '请写明通知标题').max(200),
  /** 国办发明电〔2024〕12号, where it has one. */
  number: z.string().trim().max(60).nullish(),
  issuer: z.string().trim().min(2, '请写明发文机关').max(60),
  issuedOn: day,
  holidays: z.array(holiday).min(1, '请写明各节日的安排').max(20),
})
/** A notice as somebody brings it: its own text, or its arrangements entered one by one. Exactly one of both. */
const brought = {
  text: z.string().max(20_000, '通知全文不超过 2 万字').nullish(),
  notice: notice.nullish(),
}

export const specialDay = z.object({ day, kind: z.enum(['off', 'work']), festival: z.string() })
export type SpecialDayOfYear = z.infer<typeof specialDay>

/** Where a notice comes from: shipped with the product, or loaded here, version after version. */
const source = z.object({
  year: z.number().int(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  issuedOn: day,
  /** Null for one that is shipped. */
  id: id.nullable(),
  /** Counts what was loaded here; 0 is the one that is shipped. */
  version: z.number().int(),
  standing: z.boolean(),
  loadedAt: z.string().nullable(),
  loadedByName: z.string().nullable(),
  /** Why it took the place of the one before. */
  reason: z.string().nullable(),
})
export type NoticeSource = z.infer<typeof source>

export const listNotices = endpoint({
  method: 'GET',
  path: '/api/calendar/notices',
  verb: 'calendar.see',
  summary: '放假安排通知列表（含各版本）',
  response: z.object({ rows: z.array(source) }),
})
/** A year as its months show it. */
export const getYear = endpoint({
  method: 'GET',
  path: '/api/calendar/years/:year',
  verb: 'calendar.see',
  summary: '一年的工作日历',
  params: z.object({ year }),
  response: z.object({
    year: z.number().int(),
    /** official: by a notice; provisional (暂定): weekends and legal days off only; unknown: not even those can be told. */
    state: z.enum(['official', 'provisional', 'unknown']),
    notice: source.nullable(),
    /** Days that are not what their weekday says. */
    days: z.array(specialDay),
    /** Null where the state is unknown. */
    workingDays: z.number().int().nullable(),
    /** Years that have a notice, in order. */
    officialYears: z.array(z.number().int()),
  }),
})
export const exportDays = endpoint({
  method: 'GET',
  path: '/api/calendar/days/export',
  verb: getYear.verb,
  summary: '导出一年的放假和补班日（Excel）',
  query: z.object({ year }),
  response: z.unknown(),
})
/** By when something is due; the same as `gongzhi deadline`. */
export const getDeadline = endpoint({
  method: 'GET',
  path: '/api/calendar/deadline',
  verb: 'calendar.see',
  summary: '计算到期日',
  query: z.object({
    rule: termRule,
    start: z.string().trim().min(1, '请填写起算日或时刻').max(40),
    n: z.string().trim().min(1, '请填写天数').max(10),
  }),
  response: z.object({
    /** A day, or UNKNOWN past the official years. */
    dueDate: z.string(),
    /** The midnight that ends it (for hours the moment itself), +08:00; null where it is unknown. */
    dueAt: z.string().nullable(),
    /** 暂定, only where it is unknown. */
    provisional: day.nullable(),
  }),
})
/** A dry run: what the notice would make of its year. Nothing is kept. */
export const checkNotice = endpoint({
  method: 'POST',
  path: '/api/calendar/notices/check',
  verb: 'calendar.load-notice',
  summary: '检查放假安排通知（不保存）',
  body: z.object(brought),
  response: z.object({
    notice,
    days: z.array(specialDay),
    workingDays: z.number().int(),
    /** The one whose place it would take, and the days on which the two differ. */
    replaces: source.nullable(),
    differs: z.array(z.object({ day, before: z.boolean(), after: z.boolean() })),
  }),
})

const moved = z.object({
  resource: z.string(),
  id: z.string(),
  title: z.string(),
  link: z.string(),
  before: day,
  wasProvisional: z.boolean(),
  after: day,
  isProvisional: z.boolean(),
})
const receipt = source.extend({
  days: z.array(specialDay),
  workingDays: z.number().int(),
  /** How many deadlines moved, and the first 200 of them. */
  movedCount: z.number().int(),
  moved: z.array(moved),
})
export type NoticeReceipt = z.infer<typeof receipt>

export const loadNotice = endpoint({
  method: 'POST',
  path: '/api/calendar/notices',
  verb: 'calendar.load-notice',
  summary: '载入放假安排通知',
  body: z.object({
    ...brought,
    /** The version that was shown as standing (0: none loaded yet); another one loaded meanwhile is not overrun. */
    replaces: z.number().int().min(0),
    /** Needed where the year has a notice already. */
    reason: z.string().trim().max(200).nullish(),
  }),
  response: receipt,
})
export const getNotice = endpoint({
  method: 'GET',
  path: '/api/calendar/notices/:id',
  verb: 'calendar.load-notice',
  summary: '载入回执（含变动的期限）',
  params: z.object({ id }),
  response: receipt,
})
