import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { can, decimal, id, page, paging } from '../shapes.ts'
import { factStanding, provenance, recordedProvenance } from './words.ts'

export const declaredFactRow = z.object({
  id,
  year: z.number().int(),
  fact: z.string(),
  factTitle: z.string(),
  placeId: id,
  placeName: z.string(),
  placeCode: z.string(),
  bodyName: z.string().nullable(),
  uscc: z.string().nullable(),
  projectName: z.string().nullable(),
  projectCode: z.string().nullable(),
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  value: decimal.nullable(),
  named: z.string().nullable(),
  notApplicable: z.string().nullable(),
  note: z.string(),
  evidence: z.string(),
  grader: z.string(),
  incident: z.string(),
  provenance,
  standing: factStanding,
  /** Why it was corrected or withdrawn; empty where it stands as first recorded. */
  reason: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string().nullable(),
  version: z.number().int(),
  can,
})
/** What a fact said before, with the reason that brought that version about. */
export const earlierVersion = z.object({
  said: z.string(),
  reason: z.string(),
  recordedBy: z.string().nullable(),
  recordedAt: z.string(),
})
export const listDeclaredFacts = endpoint({
  method: 'GET',
  path: '/api/evaluation/declared-facts',
  verb: 'evaluation.see-facts',
  summary: '申报事实列表',
  query: z.object({
    ...paging,
    year: z.coerce.number().int().optional(),
    fact: z.string().max(80).optional(),
    place: id.optional(),
    /** Of the subject: the place, the enterprise or the project, by name or code. */
    text: z.string().max(60).optional(),
    provenance: provenance.optional(),
    standing: z.enum(['counting', 'withdrawn']).optional(),
  }),
  response: page(declaredFactRow),
})
export const exportDeclaredFacts = endpoint({
  method: 'GET',
  path: '/api/evaluation/declared-facts/export',
  verb: listDeclaredFacts.verb,
  summary: '导出申报事实（Excel）',
  query: (listDeclaredFacts.query as NonNullable<typeof listDeclaredFacts.query>).omit({
    after: true,
    limit: true,
  }),
  response: z.unknown(),
})
export const getDeclaredFact = endpoint({
  method: 'GET',
  path: '/api/evaluation/declared-facts/:id',
  verb: 'evaluation.see-facts',
  summary: '一条申报事实及其更正经过',
  params: z.object({ id }),
  response: declaredFactRow.extend({
    /** The latest first. */
    earlier: z.array(earlierVersion),
  }),
})
export const declareFact = endpoint({
  method: 'POST',
  path: '/api/evaluation/declared-facts',
  verb: 'evaluation.declare-facts',
  summary: '登记一条事实',
  body: z.object({
    year: z.number().int(),
    fact: z.string().min(1).max(80),
    /** Code of the compound, street, community or district; for an enterprise the district's. */
    place: z.string(),
    uscc: z.string().nullish(),
    project: z.string().nullish(),
    numerator: z.string().max(40).nullish(),
    denominator: z.string().max(40).nullish(),
    value: z.string().max(40).nullish(),
    note: z.string().max(500).nullish(),
    evidence: z.string().max(500).nullish(),
    grader: z.string().max(60).nullish(),
    incident: z.string().max(60).nullish(),
    provenance: recordedProvenance,
    /** Compulsory where the fact was recorded before and is said otherwise now. */
    reason: z.string().trim().max(200).nullish(),
  }),
  response: z.object({ id }),
})
export const withdrawFact = endpoint({
  method: 'POST',
  path: '/api/evaluation/declared-facts/:id/withdrawal',
  verb: 'evaluation.see-facts',
  summary: '撤销一条登记',
  params: z.object({ id }),
  body: z.object({ reason: z.string().trim().min(2, '请写明撤销的原因').max(200) }),
  response: z.object({ withdrawn: z.literal(true) }),
})
/** Facts that a person may record, for forms and filters. */
export const listFactDefinitions = endpoint({
  method: 'GET',
  path: '/api/evaluation/fact-definitions',
  verb: 'evaluation.see-facts',
  summary: '可登记的事实',
  response: z.object({
    facts: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        titleEn: z.string(),
        subjects: z.array(z.string()),
        shape: z.string(),
        unit: z.string().nullable(),
        provenance,
        clause: z.string(),
        rows: z.array(z.string()),
        levels: z.array(z.string()),
        /** Graders give it for each project of an enterprise. */
        perProject: z.boolean(),
      }),
    ),
  }),
})
