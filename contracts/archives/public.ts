import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { day, decimal, id } from '../shapes.ts'
import { archivePaths, paperKinds } from './words.ts'

/** The answer is a file, not JSON of a shape. */
const file = z.unknown()

/** Is the paper true, and does it still hold? Typed by hand, too. */
export const getCertificate = endpoint({
  method: 'GET',
  path: archivePaths.certificate,
  verb: 'public',
  summary: '核验评价结果通知书或星级证书',
  params: z.object({ code: z.string().max(60) }),
  response: z.object({
    code: z.string(),
    kind: z.enum(paperKinds),
    subjectName: z.string(),
    year: z.number().int(),
    roundName: z.string(),
    band: z.string().nullable(),
    total: decimal.nullable(),
    rank: z.number().int().nullable(),
    issuedAt: z.string(),
    /** `replaced`: a correction came after it and it holds no longer. */
    state: z.enum(['valid', 'replaced']),
    /** The result's page, where it is shown. */
    roundId: id.nullable(),
    subjectId: id.nullable(),
  }),
})

/** Rounds whose results are final, the newest first, with what can be fetched of each. */
export const listOpenRounds = endpoint({
  method: 'GET',
  path: archivePaths.rounds,
  verb: 'public',
  summary: '开放数据：已公布结果的评价轮次',
  response: z.object({
    licence: z.string(),
    licenceEn: z.string(),
    dictionary: z.string(),
    rounds: z.array(
      z.object({
        id,
        year: z.number().int(),
        name: z.string(),
        placeName: z.string(),
        edition: z.string(),
        from: day,
        to: day,
        version: z.number().int(),
        kind: z.enum(['final', 'correction']),
        publishedAt: z.string(),
        results: z.number().int(),
        files: z.array(z.object({ form: z.enum(['json', 'csv']), address: z.string() })),
      }),
    ),
  }),
})

const openFile = (path: `/api/${string}`, summary: string) =>
  endpoint({ method: 'GET', path, verb: 'public', summary, params: z.object({ id }), response: file })
export const getResultsJson = openFile(archivePaths.resultsJson, '开放数据：一轮的结果（JSON）')
export const getResultsCsv = openFile(archivePaths.resultsCsv, '开放数据：一轮的结果（CSV，一个对象一行）')
export const getRowsCsv = openFile(archivePaths.rowsCsv, '开放数据：一轮各条得分（CSV，一个对象的一条一行）')

/** What every field of the files means. */
export const getDictionary = endpoint({
  method: 'GET',
  path: archivePaths.dictionary,
  verb: 'public',
  summary: '开放数据的数据字典',
  response: z.object({
    licence: z.string(),
    licenceEn: z.string(),
    files: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        titleEn: z.string(),
        columns: z.array(
          z.object({
            name: z.string(),
            title: z.string(),
            titleEn: z.string(),
            type: z.enum(['text', 'uuid', 'integer', 'decimal', 'yes-no', 'day', 'instant']),
            unit: z.string().nullable(),
            /** Where the standard speaks of it. */
            clause: z.string().nullable(),
            /** When it is left empty. */
            withheld: z.string().nullable(),
            withheldEn: z.string().nullable(),
          }),
        ),
      }),
    ),
  }),
})
