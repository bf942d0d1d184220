import { z } from 'zod'
import { isDay } from '../../values/days.ts'
import { Fraction } from '../../values/fraction.ts'

/** A custom check's message is a code that the fault texts explain in both languages. */
export const day = z.string().refine(isDay, 'day')
export const exact = z
  .union([z.string(), z.number().int()])
  .refine((v) => Fraction.find(v) !== undefined, 'exact')
  .transform(String)
export const words = z.string().trim().min(1)
export const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** Clauses and, with a further part, their statements: 4.3.3, 4.3.3-c, 4.3.3-c-1. */
export const clauseId = z.string().regex(/^([4-7]|[A-Z])(\.\d+)*(-[a-z0-9]+)*$/)
export const rulingId = z.string().regex(/^C\d+$/)
export const indicatorId = z.string().regex(/^\d-\d{2}$/)
export const tableId = z.string().regex(/^A\.\d$/)

export const comparator = z.enum(['>=', '<=', '=', '>', '<'])
export type Comparator = z.infer<typeof comparator>

export const subjectKind = z.enum([
  'compound',
  'enterprise',
  'street',
  'community',
  'district',
  'committee',
  'city',
  'association',
  'party-department',
])
export type SubjectKind = z.infer<typeof subjectKind>

/** The strongest modal of a clause: 应 shall, 宜 should, 可 may. */
export const modal = z.enum(['应', '宜', '可'])
