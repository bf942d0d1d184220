import * as contract from '../../../contracts/self-reports/staff.ts'
import { type Route, route } from '../../access/route.ts'
import { xlsxType } from '../../platform/spreadsheet/export-sheet.ts'
import { answerContest } from './actions/answer-contest.ts'
import { acceptRest, copyLastYear } from './actions/fill-rows.ts'
import { saveRows } from './actions/save-rows.ts'
import { lateSubjects, openLateReports } from './actions/open-late-reports.ts'
import { reopenReport, submitReport } from './actions/submit.ts'
import { reportExports } from './exports.ts'
import type { Papers } from './papers.ts'
import { contestPage, contests } from './queries/contests.ts'
import { reportPage } from './queries/report-page.ts'
import { reports } from './queries/reports.ts'
import { reportSheetFile } from './queries/sheet.ts'

export function reportRoutes({ editions, calendarOf, demo }: Papers): Route[] {
  const save = saveRows(editions)
  const accept = acceptRest(editions)
  const copy = copyLastYear(editions)
  const submit = submitReport(editions, calendarOf)
  const answer = answerContest(editions)
  return [
    route(contract.listReports, async ({ query, ctx, perform }) => {
      const late = await lateSubjects(ctx)
      if (late.length > 0) await perform(openLateReports, { subjectIds: late })
      return await reports(ctx, query)
    }),
    route(contract.getReport, ({ params, ctx }) => reportPage(ctx, { editions, calendarOf }, params.id)),
    route(contract.saveRows, ({ params, body, perform }) => perform(save, { ...params, ...body })),
    route(contract.acceptRest, ({ params, perform }) => perform(accept, params)),
    route(contract.copyLastYear, ({ params, perform }) => perform(copy, params)),
    route(contract.submitReport, ({ params, perform }) => perform(submit, params)),
    route(contract.reopenReport, ({ params, perform }) => perform(reopenReport, params)),
    route(contract.downloadReportSheet, async ({ params, ctx, raw }) => {
      raw.send({ ...(await reportSheetFile(ctx, editions, params.id)), type: xlsxType })
    }),
    route(contract.listContests, ({ query, ctx }) => contests(ctx, editions, query)),
    route(contract.getContest, ({ params, ctx }) => contestPage(ctx, editions, params.id)),
    route(contract.answerContest, ({ params, body, perform }) => perform(answer, { ...params, ...body })),
    ...reportExports(editions, demo),
  ]
}
