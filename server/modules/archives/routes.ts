import * as shown from '../../../contracts/archives/public.ts'
import * as staff from '../../../contracts/archives/staff.ts'
import type { Context } from '../../access/context.ts'
import { type RawExchange, type Route, route } from '../../access/route.ts'
import type { Editions } from '../../rulebook/load.ts'
import { subjectScore } from '../evaluation/index.ts'
import { issueStars } from './actions/issue-stars.ts'
import { startBatch } from './actions/start-batch.ts'
import type { Batches } from './batches.ts'
import { exportRoutes } from './exports.ts'
import { dictionary, openFile, type OpenForm, openIndex } from './open-data.ts'
import type { Printing } from './papers/paper-data.ts'
import { printPaper } from './papers/print-paper.ts'
import { printScoreList } from './papers/score-list.ts'
import { printScoreTable } from './papers/score-table.ts'
import { refuse } from './problems.ts'
import { archivedEvidence, archiveFile } from './queries/archive-file.ts'
import { ownBatch } from './queries/batches.ts'
import { certificates, subjectPapers } from './queries/certificates.ts'
import { paperById } from './queries/paper.ts'
import { publicCertificate } from './queries/public-certificate.ts'
import { archivedRound, archivedRounds } from './queries/rounds.ts'
import { scoreList } from './queries/score-list.ts'

export interface ArchiveMeans {
  editions: Editions
  demo: boolean
  /** Where the public reaches this installation; where it is not set, where the asker does. */
  address?: string
  batches: Batches
}

/** Without an account everything is bounded by the address: codes tightly, whole files more so. */
const guessing = { perMinute: 30 }
const reading = { perMinute: 60 }

/** The public's routes. */
function publicRoutes({ editions }: ArchiveMeans): Route[] {
  const send = async (ctx: Context, raw: RawExchange, id: string, form: OpenForm) => {
    const { tag, ...file } = await openFile(ctx, editions, id, form)
    raw.send({ ...file, shared: { tag } })
  }
  return [
    route(shown.getCertificate, ({ params, ctx }) => publicCertificate(ctx, params.code), guessing),
    route(shown.listOpenRounds, ({ ctx }) => openIndex(ctx), reading),
    route(shown.getDictionary, async () => dictionary(), reading),
    route(shown.getResultsJson, ({ params, ctx, raw }) => send(ctx, raw, params.id, 'results.json'), reading),
    route(shown.getResultsCsv, ({ params, ctx, raw }) => send(ctx, raw, params.id, 'results.csv'), reading),
    route(shown.getRowsCsv, ({ params, ctx, raw }) => send(ctx, raw, params.id, 'rows.csv'), reading),
  ]
}

export function archiveRoutes(means: ArchiveMeans): Route[] {
  const { editions, demo, batches } = means
  const printing = (raw: RawExchange): Printing => ({
    editions,
    demo,
    address: means.address ?? raw.asked().origin,
  })
  return [
    ...publicRoutes(means),
    route(staff.listArchivedRounds, ({ ctx }) => archivedRounds(ctx)),
    route(staff.getArchivedRound, ({ params, ctx }) => archivedRound(ctx, params.id)),
    route(staff.downloadArchive, async ({ params, ctx, raw }) =>
      raw.send(await archiveFile(ctx, { id: params.id, version: Number(params.version) })),
    ),
    route(staff.listArchivedEvidence, ({ query, ctx }) => archivedEvidence(ctx, query)),
    route(staff.issueStars, ({ params, perform }) => perform(issueStars, params)),
    route(staff.listCertificates, ({ query, ctx }) => certificates(ctx, query)),
    ...exportRoutes(demo),
    route(staff.getSubjectPapers, ({ params, ctx }) => subjectPapers(ctx, params)),
    route(staff.downloadPaper, async ({ params, query, ctx, raw }) => {
      raw.send(await printPaper(await paperById(ctx, params.id), query.form, printing(raw)))
    }),
    route(staff.downloadScoreTable, async ({ params, ctx, raw }) => {
      const page = await subjectScore(ctx, editions, params.id, params.subjectId)
      raw.send(await printScoreTable(page, { demo, today: ctx.clock.today() }))
    }),
    route(staff.downloadScoreList, async ({ params, query, ctx, raw }) => {
      const listed = await scoreList(ctx, { id: params.id, kind: query.kind })
      raw.send(await printScoreList(listed, { demo, today: ctx.clock.today() }))
    }),
    route(staff.startBatch, async ({ params, body, ctx, raw, perform }) => {
      const order = { roundId: params.id, ...body }
      const { id } = await perform(startBatch, order)
      batches.start(ctx, printing(raw), { ...order, id })
      return { id }
    }),
    route(staff.getBatch, ({ params, ctx }) => ownBatch(ctx, params.id)),
    route(staff.downloadBatch, async ({ params, ctx, raw }) => {
      const { done, total, finishedAt, failedBecause } = await ownBatch(ctx, params.id)
      if (finishedAt === null) throw refuse('batch-not-done', { done, total })
      if (failedBecause !== null) throw refuse('batch-gone')
      raw.send({
        name: `出件-${ctx.clock.today()}.zip`,
        type: 'application/zip',
        body: batches.open(params.id),
      })
    }),
  ]
}
