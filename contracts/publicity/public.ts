import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, decimal, id, page, paging } from '../shapes.ts'
import {
  longest,
  objectionOutcomes,
  publicationKinds,
  publicPaths,
  receiptPattern,
  shownKinds,
} from './words.ts'

const kind = z.enum(shownKinds)
const publicationKind = z.enum(publicationKinds)

/** A round as the public sees it: its latest publication. */
export const publishedRound = z.object({
  id,
  year: z.number().int(),
  name: z.string(),
  placeName: z.string(),
  from: day,
  to: day,
  kind: publicationKind,
  version: z.number().int(),
  publishedAt: z.string(),
  note: z.string(),
  /** 申诉处理中: the public's term is over, the result is not final yet. */
  underAppeal: z.boolean(),
  /** Whether objections are taken today. */
  takesObjections: z.boolean(),
  /** Working days that the term has. */
  termDays: z.number().int().nullable(),
  /** Last day of the term; null where the calendar does not know it yet. */
  dueOn: day.nullable(),
  /** 暂定, past the last official year. */
  dueProvisional: day.nullable(),
  /** Working days left after today; null where there is no term or the calendar does not know. */
  daysLeft: z.number().int().nullable(),
  counts: z.array(z.object({ kind, count: z.number().int() })),
  stars: z.array(z.object({ band: z.string(), count: z.number().int() })),
})
export type PublishedRound = z.infer<typeof publishedRound>

/** All rounds that were ever published, the newest first. */
export const listPublishedRounds = endpoint({
  method: 'GET',
  path: publicPaths.rounds,
  verb: 'public',
  summary: '已公示和已公布的评价轮次',
  response: z.object({
    /** 演示数据: an installation that shows what does not exist. */
    demo: z.boolean(),
    rounds: z.array(publishedRound),
  }),
})

export const resultListRow = z.object({
  subjectId: id,
  kind,
  name: z.string(),
  code: z.string(),
  districtName: z.string(),
  streetName: z.string().nullable(),
  total: decimal.nullable(),
  band: z.string().nullable(),
  rank: z.number().int().nullable(),
  of: z.number().int(),
  notAssessed: z.boolean(),
})
export const listResults = endpoint({
  method: 'GET',
  path: publicPaths.results,
  verb: 'public',
  summary: '评价结果列表',
  params: z.object({ id }),
  query: z.object({
    ...paging,
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: z.coerce.number().int().min(0).optional(),
    kind: kind.optional(),
    district: id.optional(),
    street: z.string().max(60).optional(),
    band: z.string().max(20).optional(),
    /** Name, pinyin, initials or code. */
    text: z.string().max(60).optional(),
  }),
  response: page(resultListRow),
})

/** Districts with their streets, to enter the list by. */
export const listResultPlaces = endpoint({
  method: 'GET',
  path: publicPaths.places,
  verb: 'public',
  summary: '评价结果所在的区和街道',
  params: z.object({ id }),
  response: z.object({
    districts: z.array(
      z.object({ id, name: z.string(), projects: z.number().int(), streets: z.array(z.string()) }),
    ),
  }),
})

const link = resultListRow.pick({
  subjectId: true,
  kind: true,
  name: true,
  total: true,
  band: true,
  rank: true,
})

export const publicRow = z.object({
  id: z.string(),
  level1: z.string(),
  indicator: z.string(),
  indicatorEn: z.string(),
  /** Whom the table lets evaluate the row, by the name it prints. */
  evaluator: z.string(),
  printed: decimal,
  /** The row would tell something of a person, or its neighbours would: only the group's total is shown. */
  withheld: z.boolean(),
  state: z.enum(['scored', 'missing', 'not-applicable', 'no-matter']).nullable(),
  points: decimal.nullable(),
  max: decimal.nullable(),
  why: z.string(),
  whyEn: z.string(),
  /** 市里未定，暂用: the row reads a figure that the standard does not give. */
  undecided: z.boolean(),
})
const group = z.object({
  name: z.string(),
  nameEn: z.string(),
  points: decimal,
  got: decimal,
  withheld: z.boolean(),
})

export const getResult = endpoint({
  method: 'GET',
  path: publicPaths.result,
  verb: 'public',
  summary: '一个对象的评价结果',
  params: z.object({ id, subjectId: id }),
  response: z.object({
    round: publishedRound,
    subject: resultListRow.extend({
      districtId: id,
      variant: z.string().nullable(),
      households: z.number().int(),
      missingRows: z.number().int(),
    }),
    tableTitle: z.string(),
    tableTitleEn: z.string(),
    groups: z.array(group),
    /** Names of the groups with the greatest and the least share of their points. */
    best: z.string().nullable(),
    weakest: z.string().nullable(),
    /** Rows that cost the most points, the most first; none that is withheld. */
    costliest: z.array(z.string()),
    rows: z.array(publicRow),
    /** Of a project: who serves it. */
    enterprise: link.nullable(),
    /** Of a project: its owners' organisation, as it stood at the period's end. */
    committee: z.object({ name: z.string(), kind: z.string(), filedOn: day.nullable() }).nullable(),
    /** The district, street and community that it lies in. */
    upper: z.array(link),
    /** Projects that count for it, the best first; the first fifty. */
    projects: z.array(link),
    projectCount: z.number().int(),
    /** The same subject in all published rounds of the place, the oldest first. */
    history: z.array(
      z.object({
        roundId: id,
        subjectId: id,
        year: z.number().int(),
        kind: publicationKind,
        total: decimal.nullable(),
        band: z.string().nullable(),
        rank: z.number().int().nullable(),
        of: z.number().int(),
      }),
    ),
    /** What was published of it in this round, the oldest first: a correction keeps what stood before. */
    versions: z.array(
      z.object({
        version: z.number().int(),
        kind: publicationKind,
        publishedAt: z.string(),
        note: z.string(),
        total: decimal.nullable(),
        band: z.string().nullable(),
        rank: z.number().int().nullable(),
      }),
    ),
  }),
})

export const fileObjection = endpoint({
  method: 'POST',
  path: publicPaths.objections,
  verb: 'public',
  summary: '提出公示异议',
  body: z.object({
    /** Made on the sender's side: the same objection sent twice is one. */
    id,
    roundId: id,
    subjectId: id.nullish(),
    indicator: z
      .string()
      .regex(/^\d-\d\d$/)
      .nullish(),
    text: z
      .string()
      .trim()
      .min(10, '请写明对哪一项有异议、实际情况怎样，至少 10 个字')
      .max(longest.objection, `最多 ${longest.objection} 个字`),
    name: z.string().trim().max(longest.name).nullish(),
    phone: z.string().trim().max(longest.phone).nullish(),
  }),
  response: z.object({ receipt: z.string(), dueOn: day.nullable() }),
})

/** What became of an objection, for whoever holds the receipt. */
export const getReceipt = endpoint({
  method: 'GET',
  path: publicPaths.receipt,
  verb: 'public',
  summary: '凭回执号查询异议的答复',
  params: z.object({ receipt: z.string().regex(receiptPattern, '回执号应写成 YY-ABCD-2345-WXYZ 的样子') }),
  response: z.object({
    receipt: z.string(),
    roundId: id,
    roundName: z.string(),
    subjectId: id.nullable(),
    subjectName: z.string().nullable(),
    indicator: z.string().nullable(),
    text: z.string(),
    filedAt: z.string(),
    /** Who has it now. */
    heldBy: z.string(),
    heldByEn: z.string(),
    /** Until when. */
    dueOn: day.nullable(),
    outcome: z.enum(objectionOutcomes).nullable(),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
  }),
})
