import type { StageRoom } from '../stage-room.ts'
import { reportingAudience } from './audiences.ts'
import { contestWork, reportWork } from './queries/work.ts'
import { openReports, reporters } from './storage/reports.ts'

/** 自评申报: a report for each scored subject; the stage waits until all are submitted. */
export const reportRoom: StageRoom = {
  stage: 'self-report',
  link: (roundId) => `/self-reports?round=${roundId}&state=draft`,
  progress: (ctx, _round, subjects) => reportWork(ctx, subjects),
  async enter(ctx, round) {
    await openReports(ctx.db, ctx.clock.now().toISOString())
    const to = reportingAudience(await reporters(ctx.db, round.id))
    if (to.length === 0) return {}
    const until = round.dueOn ? `，请在 ${round.dueOn} 前提交` : ''
    return {
      tells: [
        {
          to,
          zh: `“${round.name}”的自评申报已开始${until}。请核对各行得分，申报数据或提出异议。`,
          en: `Self-reports for ${round.name} are open${round.dueOn ? ` until ${round.dueOn}` : ''}.`,
          link: `/self-reports?round=${round.id}`,
          due: round.dueOn,
          key: `self-reports.opened.${round.id}`,
        },
      ],
    }
  },
}

/** 考核评分: contests of submitted reports wait for an answer. */
export const contestRoom: StageRoom = {
  stage: 'grading',
  link: (roundId) => `/self-reports/contests?round=${roundId}&state=open`,
  progress: (ctx, _round, subjects) => contestWork(ctx, subjects),
}
