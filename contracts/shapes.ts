import { z } from 'zod'

/** RFC 9457 problem details with our stable code and both languages. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
  clause: z.string().optional(),
  errors: z
    .array(
      z.object({
        field: z.string().optional(),
        row: z.number().int().optional(),
        detail: z.string(),
        detailEn: z.string(),
      }),
    )
    .optional(),
})
export type ProblemShape = z.infer<typeof problemShape>

export const id = z.uuid()
/** A plain day, Asia/Shanghai: 2026-11-23. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写成 2026-01-31 的样子')
  .refine(isInCalendar, '没有这一天，请核对年月日')

function isInCalendar(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !text.startsWith('0000') && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** An exact decimal carried as text so that no digit is lost on the wire. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)

/** What a list answers: one page, the key of the next, never an offset. */
export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int().optional() })

/** What every list takes besides its own filters. */
export const paging = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** The verbs that a record's screen offers, answered with the record. */
export const can = z.record(z.string(), z.boolean())
