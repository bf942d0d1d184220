import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, id, page, paging } from '../shapes.ts'
import { claimFilters, listClaims } from './claims.ts'
import { claimRow } from './shapes.ts'
import { claimLevel } from './words.ts'

const file = z.unknown()
const period = { from: day, to: day }

/** 问题清单: claims of a filter as the bureau prints them. */
export const exportProblemList = endpoint({
  method: 'GET',
  path: '/api/petitions/problem-list/export',
  verb: listClaims.verb,
  summary: '导出问题清单（Excel）',
  query: z.object(claimFilters),
  response: file,
})

/** 工作台账: each claim with its steps, one line. */
export const ledgerRow = claimRow.extend({
  acceptedAt: z.string().nullable(),
  signedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  visitedAt: z.string().nullable(),
  struckOffAt: z.string().nullable(),
  /** 办理措施 and the last answer. */
  plan: z.string(),
  answer: z.string(),
})
export const workLedger = endpoint({
  method: 'GET',
  path: '/api/petitions/work-ledger',
  verb: listClaims.verb,
  summary: '工作台账',
  query: z.object({ ...paging, ...claimFilters }),
  response: page(ledgerRow),
})
export const exportWorkLedger = endpoint({
  method: 'GET',
  path: '/api/petitions/work-ledger/export',
  verb: listClaims.verb,
  summary: '导出工作台账（Excel）',
  query: z.object(claimFilters),
  response: file,
})

/** Claims filed in the period, counted by who they are about; those excluded from rates are left out. */
export const monthlyRow = z.object({
  /** The compound, community, street or district; or the handling body. */
  id: id.nullable(),
  name: z.string(),
  /** The place above it. */
  under: z.string(),
  received: z.number().int(),
  answered: z.number().int(),
  answeredInTime: z.number().int(),
  /** Ended by now; what 解决率 is a share of, here as on the desks and in A.1. */
  closed: z.number().int(),
  solved: z.number().int(),
  visited: z.number().int(),
  satisfied: z.number().int(),
  overdue: z.number().int(),
  climbed: z.number().int(),
  reopened: z.number().int(),
  struckOff: z.number().int(),
})
const monthly = {
  ...period,
  by: z.enum(['compound', 'community', 'street', 'district', 'body']).default('street'),
  place: id.optional(),
}
export const monthlyLedger = endpoint({
  method: 'GET',
  path: '/api/petitions/monthly',
  verb: listClaims.verb,
  summary: '月度统计（受理、按时答复、解决、回访、满意、超期、升级、重办、销号）',
  query: z.object({ ...paging, ...monthly }),
  response: page(monthlyRow),
})
export const exportMonthly = endpoint({
  method: 'GET',
  path: '/api/petitions/monthly/export',
  verb: listClaims.verb,
  summary: '导出月度统计（Excel）',
  query: z.object(monthly),
  response: file,
})

/** Heat: how many claims of a compound and first-level category were filed in each week (its Monday). */
export const claimHeat = endpoint({
  method: 'GET',
  path: '/api/petitions/heat',
  verb: listClaims.verb,
  summary: '诉求热度（小区×类别×周）',
  query: z.object({ ...period, place: id.optional(), category: z.string().max(6).optional() }),
  response: z.object({
    weeks: z.array(day),
    categories: z.array(z.object({ code: z.string(), name: z.string() })),
    /** The most reported first, at most 200 pairs. */
    rows: z.array(
      z.object({
        placeId: id,
        placeName: z.string(),
        category: z.string(),
        total: z.number().int(),
        /** As many as `weeks`. */
        counts: z.array(z.number().int()),
      }),
    ),
  }),
})

/** 重点难点清单, tracked: the newest first. */
export const keyList = endpoint({
  method: 'GET',
  path: '/api/petitions/key-issues',
  verb: listClaims.verb,
  summary: '重点难点问题清单',
  query: z.object({
    ...paging,
    level: claimLevel.optional(),
    place: id.optional(),
    open: z.enum(['yes', 'no']).optional(),
  }),
  response: page(
    claimRow.extend({
      markedAt: z.string(),
      markNote: z.string(),
      /** What was done last, in words. */
      last: z.object({ at: z.string(), zh: z.string(), en: z.string() }),
    }),
  ),
})
export const exportKeyList = endpoint({
  method: 'GET',
  path: '/api/petitions/key-issues/export',
  verb: listClaims.verb,
  summary: '导出重点难点问题清单（Excel）',
  query: z.object({
    level: claimLevel.optional(),
    place: id.optional(),
    open: z.enum(['yes', 'no']).optional(),
  }),
  response: file,
})
