import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { subjectKind } from '../evaluation/words.ts'
import { can, decimal, id, page, paging } from '../shapes.ts'
import { batchContents, paperForms, paperKinds } from './words.ts'

/** The answer is a file, not JSON. */
const file = z.unknown()
const kind = z.enum(paperKinds)
const form = z.enum(paperForms)
const state = z.enum(['final', 'archived'])

const archivedRound = z.object({
  id,
  year: z.number().int(),
  name: z.string(),
  placeName: z.string(),
  state,
  /** Versions of the archive; 1 unless a final result was corrected. */
  versions: z.number().int(),
  results: z.number().int(),
  drawnAt: z.string(),
  sha256: z.string(),
  notices: z.number().int(),
  stars: z.number().int(),
})

/** Rounds whose result is final: few, one or two a year. */
export const listArchivedRounds = endpoint({
  method: 'GET',
  path: '/api/archives/rounds',
  verb: 'archives.see-rounds',
  summary: '已有最终结果的评价轮次',
  response: z.object({ rounds: z.array(archivedRound) }),
})

export const batch = z.object({
  id,
  what: z.enum(batchContents),
  form,
  askedAt: z.string(),
  total: z.number().int(),
  done: z.number().int(),
  finishedAt: z.string().nullable(),
  failedBecause: z.string().nullable(),
})

export const getArchivedRound = endpoint({
  method: 'GET',
  path: '/api/archives/rounds/:id',
  verb: 'archives.see-rounds',
  summary: '一轮最终结果：归档、证书与成批出件',
  params: z.object({ id }),
  response: archivedRound.extend({
    edition: z.string(),
    archives: z.array(
      z.object({
        version: z.number().int(),
        kind: z.enum(['final', 'correction']),
        reason: z.string(),
        drawnAt: z.string(),
        drawnBy: z.string().nullable(),
        lines: z.number().int(),
        results: z.number().int(),
        evidence: z.number().int(),
        bytes: z.number().int(),
        sha256: z.string(),
        resultsSha256: z.string(),
      }),
    ),
    /** Projects with stars that have no certificate yet. */
    starsToIssue: z.number().int(),
    /** The asker's own, the newest first. */
    batches: z.array(batch),
    can,
  }),
})

const ofVersion = z.object({ id, version: z.string().regex(/^[1-9]\d{0,3}$/, '归档的版次是 1 以上的整数') })
export const downloadArchive = endpoint({
  method: 'GET',
  path: '/api/archives/rounds/:id/archives/:version/file',
  verb: 'archives.download',
  summary: '下载归档文件（.ndjson.gz）',
  params: ofVersion,
  response: file,
})
const archivedEvidence = z.object({
  no: z.number().int(),
  documentId: id,
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  resource: z.string(),
})
const ofArchive = { round: id, version: z.coerce.number().int().min(1).max(9999) }
export const listArchivedEvidence = endpoint({
  method: 'GET',
  path: '/api/archives/evidence',
  verb: 'archives.download',
  summary: '归档时的佐证材料及其校验值',
  query: z.object({
    ...paging,
    after: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional(),
    ...ofArchive,
  }),
  response: page(archivedEvidence),
})
export const exportArchivedEvidence = endpoint({
  method: 'GET',
  path: '/api/archives/evidence/export',
  verb: 'archives.download',
  summary: '导出佐证材料清单（Excel）',
  query: z.object(ofArchive),
  response: file,
})

export const issueStars = endpoint({
  method: 'POST',
  path: '/api/archives/rounds/:id/star-certificates',
  verb: 'archives.issue-certificates',
  summary: '颁发一轮的星级证书',
  params: z.object({ id }),
  body: z.object({}),
  response: z.object({ issued: z.number().int() }),
})

const certificateFilters = {
  round: id.optional(),
  kind: kind.optional(),
  state: z.enum(['valid', 'replaced']).optional(),
  subjectKind: subjectKind.optional(),
  /** Name, code of the subject or code of the paper. */
  text: z.string().max(60).optional(),
}
export const certificateRow = z.object({
  id,
  code: z.string(),
  kind,
  number: z.number().int(),
  roundId: id,
  roundName: z.string(),
  year: z.number().int(),
  subjectId: id,
  subjectName: z.string(),
  subjectKind,
  districtName: z.string(),
  total: decimal,
  band: z.string().nullable(),
  rank: z.number().int().nullable(),
  issuedAt: z.string(),
  replacedAt: z.string().nullable(),
})
export const listCertificates = endpoint({
  method: 'GET',
  path: '/api/archives/certificates',
  verb: 'archives.see-papers',
  summary: '通知书与证书登记簿',
  query: z.object({ ...paging, after: id.optional(), ...certificateFilters }),
  response: page(certificateRow),
})
export const exportCertificates = endpoint({
  method: 'GET',
  path: '/api/archives/certificates/export',
  verb: 'archives.see-papers',
  summary: '导出登记簿（Excel）',
  query: z.object(certificateFilters),
  response: file,
})

/** What may be printed of a subject now; asked by its score page. */
export const getSubjectPapers = endpoint({
  method: 'GET',
  path: '/api/archives/rounds/:id/subjects/:subjectId/papers',
  verb: 'archives.see-papers',
  summary: '一个对象可以下载的文书',
  params: z.object({ id, subjectId: id }),
  response: z.object({
    papers: z.array(z.object({ id, kind, code: z.string(), issuedAt: z.string() })),
  }),
})
export const downloadPaper = endpoint({
  method: 'GET',
  path: '/api/archives/papers/:id',
  verb: 'archives.download-paper',
  summary: '下载通知书或星级证书（PDF、Word）',
  params: z.object({ id }),
  query: z.object({ form: form.default('pdf') }),
  response: file,
})
export const downloadScoreTable = endpoint({
  method: 'GET',
  path: '/api/archives/rounds/:id/subjects/:subjectId/score-table',
  verb: 'evaluation.see-scores',
  summary: '下载一个对象的评价细则得分表（PDF）',
  params: z.object({ id, subjectId: id }),
  response: file,
})
export const downloadScoreList = endpoint({
  method: 'GET',
  path: '/api/archives/rounds/:id/score-list',
  verb: 'evaluation.see-scores',
  summary: '下载一张表的得分名册（PDF）',
  params: z.object({ id }),
  query: z.object({ kind: subjectKind }),
  response: file,
})

export const startBatch = endpoint({
  method: 'POST',
  path: '/api/archives/rounds/:id/batches',
  verb: 'archives.print-batch',
  summary: '成批出件：整轮打成一个压缩包',
  params: z.object({ id }),
  body: z.object({ what: z.enum(batchContents), form }),
  response: z.object({ id }),
})
export const getBatch = endpoint({
  method: 'GET',
  path: '/api/archives/batches/:id',
  verb: 'archives.see-batch',
  summary: '成批出件的进度',
  params: z.object({ id }),
  response: batch,
})
export const downloadBatch = endpoint({
  method: 'GET',
  path: '/api/archives/batches/:id/file',
  verb: 'archives.see-batch',
  summary: '下载成批出件的压缩包',
  params: z.object({ id }),
  response: file,
})
