import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { report } from '../policy.ts'
import { holdReporting, openReports, withoutReport } from '../storage/reports.ts'
import { reportVerb } from './open-report.ts'

/** Subjects that came into a round after its self-reports were opened and that the actor would report for. */
export const lateSubjects = async (ctx: Context): Promise<string[]> =>
  ctx.policy.mayAnywhere(ctx.actor, reportVerb)
    ? await withoutReport(ctx.db, ctx.policy.filter(ctx.actor, reportVerb, report))
    : []

/** Opens what is missing of the actor's own: a compound that was recorded later is reported like all others. */
export const openLateReports = defineAction({
  verb: reportVerb,
  on: (_: { subjectIds: readonly string[] }) => 'anywhere',
  async run(ctx, { subjectIds }) {
    await holdReporting(ctx.db)
    const reached = new Set(await lateSubjects(ctx))
    const own = subjectIds.filter((id) => reached.has(id))
    const opened = await openReports(ctx.db, ctx.clock.now().toISOString(), own)
    const summary = `为后加入评价的 ${opened.length} 个对象开启自评申报`
    return {
      answer: { opened: opened.length },
      audit: { resource: report.name, id: own[0] ?? '', summary, detail: { subjects: own } },
    }
  },
})
