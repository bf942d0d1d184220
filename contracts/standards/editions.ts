import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { editionParts, editionState } from './words.ts'

const see = 'standards.see-drafts'
const edit = 'standards.edit-edition'
const approve = 'standards.approve-edition'

const byId = z.object({ id: z.uuid() })
const done = z.object({ version: z.number().int() })
const version = z.number().int().min(1)
const reason = z.string().trim().min(4).max(500)
export const editionCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{2,39}$/)
const title = z.string().trim().min(2).max(120)
const year = z.number().int().min(2020).max(2199)
const part = z.enum(editionParts)

/** A fault with the part of the draft where it is put right: a row by its number, a table or limit by its id. */
export const editionFault = z.object({
  part: z.enum([...editionParts, 'document']),
  key: z.string(),
  /** The part's field: points, fact, groups.2, rubric.1. */
  field: z.string(),
  code: z.string(),
  detail: z.string(),
  detailEn: z.string(),
})
export type EditionFault = z.infer<typeof editionFault>

export const draftRow = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  titleEn: z.string(),
  basedOn: z.string(),
  fromYear: z.number().int(),
  state: editionState,
  version,
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  changedBy: z.string().nullable(),
  changedAt: z.string().nullable(),
  submittedBy: z.string().nullable(),
  submittedAt: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  note: z.string(),
  sha256: z.string().nullable(),
  can: z.record(z.string(), z.boolean()),
})

export const listDrafts = endpoint({
  method: 'GET',
  path: '/api/standards/drafts',
  verb: see,
  summary: '本市拟订的评价标准版本',
  response: z.object({ editions: z.array(draftRow), may: z.boolean() }),
})

export const copyEdition = endpoint({
  method: 'POST',
  path: '/api/standards/drafts',
  verb: edit,
  summary: '以已发布的版本为底本，新建一份草稿',
  body: z.object({
    basedOn: z.string().trim().min(1).max(60),
    code: editionCode,
    title,
    titleEn: title,
    fromYear: year,
  }),
  response: z.object({ id: z.uuid() }),
})

const paper = z.object({ id: z.string(), title: z.string(), titleEn: z.string() })

export const getDraft = endpoint({
  method: 'GET',
  path: '/api/standards/drafts/:id',
  verb: see,
  summary: '一份草稿：全文、检查结果和可选的事实、限值',
  params: byId,
  response: draftRow.extend({
    /** {scheme, indicators, limits?}: what `gongzhi scheme check` reads. */
    document: z.record(z.string(), z.unknown()),
    successors: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string() })),
    faults: z.array(editionFault),
    facts: z.array(
      paper.extend({ shape: z.string(), subjects: z.array(z.string()), provenance: z.string() }),
    ),
    /** Every limit with its value on the draft's first day, in the draft and in its base. */
    limits: z.array(
      paper.extend({
        clause: z.string(),
        unit: z.string(),
        undecided: z.boolean(),
        value: z.string(),
        base: z.string(),
        usedBy: z.array(z.string()),
      }),
    ),
  }),
})

export const changeEdition = endpoint({
  method: 'PUT',
  path: '/api/standards/drafts/:id/parts',
  verb: edit,
  summary: '修改草稿的一处：一行、一个限值、一张表的分组或档次、名称',
  params: byId,
  body: z.object({
    part,
    key: z.string().max(60),
    /** The version that the editor saw: what somebody else changed since at the same place is told, not overwritten. */
    base: version,
    /** null removes a row, takes a limit back to the base, or lifts a successor. */
    value: z.record(z.string().max(60), z.unknown()).nullable(),
  }),
  response: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('saved'), version, faults: z.array(editionFault) }),
    z.object({
      outcome: z.literal('conflict'),
      version,
      by: z.string().nullable(),
      at: z.string(),
      theirs: z.record(z.string(), z.unknown()).nullable(),
    }),
  ]),
})

export const importEdition = endpoint({
  method: 'PUT',
  path: '/api/standards/drafts/:id/document',
  verb: edit,
  summary: '用文件（YAML 或 JSON）替换草稿全文',
  params: byId,
  body: z.object({ text: z.string().min(2).max(1_500_000), base: version }),
  response: done.extend({ changed: z.number().int(), faults: z.array(editionFault) }),
})

export const exportEdition = endpoint({
  method: 'GET',
  path: '/api/standards/drafts/:id/file',
  verb: see,
  summary: '导出草稿全文（YAML 或 JSON）',
  params: byId,
  query: z.object({ format: z.enum(['yaml', 'json']).default('yaml') }),
  response: z.unknown(),
})

const difference = z.object({
  part,
  key: z.string(),
  table: z.string().nullable(),
  title: z.string(),
  titleEn: z.string(),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})

export const getDifferences = endpoint({
  method: 'GET',
  path: '/api/standards/drafts/:id/differences',
  verb: see,
  summary: '与底本逐行对照',
  params: byId,
  response: z.object({ basedOn: z.string(), differences: z.array(difference) }),
})

export const getEditionHistory = endpoint({
  method: 'GET',
  path: '/api/standards/drafts/:id/changes',
  verb: see,
  summary: '修改经过，最近的在前（至多 200 条）',
  params: byId,
  response: z.object({
    changes: z.array(
      z.object({
        version,
        part,
        key: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        by: z.string().nullable(),
        at: z.string(),
      }),
    ),
  }),
})

const moved = z.object({
  subject: z.object({ id: z.uuid(), name: z.string(), code: z.string(), districtName: z.string() }),
  before: z.string(),
  after: z.string(),
  change: z.string(),
  bandBefore: z.string().nullable(),
  bandAfter: z.string().nullable(),
})

export const previewEdition = endpoint({
  method: 'GET',
  path: '/api/standards/drafts/:id/preview',
  verb: see,
  summary: '用一轮已有的数据试算：原版本与草稿对照',
  params: byId,
  query: z.object({ round: z.uuid() }),
  response: z.object({
    round: z.object({ id: z.uuid(), year: z.number().int(), name: z.string(), edition: z.string() }),
    kinds: z.array(
      z.object({
        kind: z.string(),
        subjects: z.number().int(),
        mean: z.object({ before: z.string(), after: z.string() }),
        histogram: z.array(
          z.object({ from: z.number(), to: z.number(), before: z.number(), after: z.number() }),
        ),
        bands: z.array(z.object({ band: z.string().nullable(), before: z.number(), after: z.number() })),
        movedBand: z.object({ count: z.number().int(), subjects: z.array(moved) }),
        movers: z.array(moved),
        withoutData: z.array(
          z.object({ row: z.string(), indicator: z.string(), before: z.number(), after: z.number() }),
        ),
      }),
    ),
  }),
})

export const listPreviewRounds = endpoint({
  method: 'GET',
  path: '/api/standards/preview-rounds',
  verb: see,
  summary: '可以用来试算的轮次：保存了评分依据的',
  response: z.object({
    rounds: z.array(
      z.object({
        id: z.uuid(),
        year: z.number().int(),
        name: z.string(),
        placeName: z.string(),
        edition: z.string(),
      }),
    ),
  }),
})

export const submitEdition = endpoint({
  method: 'POST',
  path: '/api/standards/drafts/:id/submission',
  verb: edit,
  summary: '提交批准：检查必须全部通过',
  params: byId,
  body: z.object({ base: version }),
  response: z.object({ state: editionState }),
})

export const settleEdition = endpoint({
  method: 'POST',
  path: '/api/standards/drafts/:id/approval',
  verb: approve,
  summary: '批准发布或退回修改：由提交人、修改人以外的人办理',
  params: byId,
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('published') }),
    z.object({ outcome: z.literal('returned'), reason }),
  ]),
  response: z.object({ state: editionState }),
})

export const withdrawEdition = endpoint({
  method: 'POST',
  path: '/api/standards/drafts/:id/withdrawal',
  verb: edit,
  summary: '撤销草稿；已发布的不能撤销',
  params: byId,
  body: z.object({ reason }),
  response: z.object({ state: editionState }),
})
