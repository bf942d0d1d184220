import { v7 as uuid } from 'uuid'
import type { GraderKind } from '../../../contracts/grading/words.ts'
import type { Telling } from '../../access/tell.ts'
import type { Edition } from '../../rulebook/load.ts'
import type { StageRoom, StageRound } from '../stage-room.ts'
import { seatTasks } from './actions/seat-tasks.ts'
import { editionOf, type Papers } from './papers.ts'
import { takenBackProgress, taskProgress } from './queries/progress.ts'
import { type Portion, portionsOf } from './rules/rows-of-graders.ts'
import { keptDraw, reveal } from './storage/draws.ts'
import { takeBackBarred } from './take-back.ts'
import { type Gradable, gradables, insertTasks, type NewTask } from './storage/tasks.ts'

/** 考核评分: entering makes the tasks, the stage waits for them, leaving reveals the seed of the draw. */
export const gradingRoom = (papers: Papers): StageRoom => ({
  stage: 'grading',
  link: (roundId) => `/grading?round=${roundId}`,
  progress: (ctx, round, subjects) => taskProgress(ctx.db, round.id, subjects),
  async enter(ctx, round) {
    const edition = await editionOf(papers, round.edition, round.to)
    const tasks = (await gradables(ctx.db, round.id, round.to)).flatMap((one) => tasksOf(one, edition))
    await insertTasks(ctx.db, round.id, tasks)
    const draw = await keptDraw(ctx.db, round.id)
    const seated = draw?.result ? await seatTasks(ctx.db, round, draw.result) : undefined
    return { tells: [...officesTold(round, tasks), ...(seated?.tells ?? [])] }
  },
  async leave(ctx, round) {
    await reveal(ctx.db, round.id, ctx.clock.now().toISOString())
    return {}
  },
})

/** 复核: posts may have appeared since; their work is taken back, and the stage waits until it is graded anew. */
export const barredRoom = (papers: Papers): StageRoom => ({
  stage: 'moderation',
  link: (roundId) => `/grading?round=${roundId}`,
  progress: (ctx, round, subjects) => takenBackProgress(ctx.db, round.id, subjects),
  async enter(ctx, round) {
    const { tells } = await takeBackBarred(ctx, papers, { roundId: round.id })
    return { tells }
  },
})

/** Exactly the rows that each role scores; rows graded by project become a task for each compound that is served (C33). */
function tasksOf(subject: Gradable, edition: Edition): NewTask[] {
  return portionsOf(edition, subject.kind, subject.variant).flatMap((portion) => {
    if (!portion.perProject) return [taskOf(subject, portion, { projectId: null, bodyId: null })]
    return subject.projects.flatMap(({ id, committee }) => {
      if (portion.grader !== '业委会') return [taskOf(subject, portion, { projectId: id, bodyId: null })]
      return committee === null ? [] : [taskOf(subject, portion, { projectId: id, bodyId: committee })]
    })
  })
}

function taskOf(
  subject: Gradable,
  { grader, rows }: Portion,
  { projectId, bodyId }: Pick<NewTask, 'projectId' | 'bodyId'>,
): NewTask {
  const placeId = projectId ?? officeOf(subject, grader)
  return { id: uuid(), subjectId: subject.id, projectId, grader, second: false, placeId, bodyId, rows }
}

/** Where the office stands whose work it is. */
function officeOf(subject: Gradable, grader: GraderKind): string {
  if (grader === '物业主管部门' || grader === '区物业主管部门') return subject.districtId
  return grader === '市物业主管部门' ? (subject.aboveId ?? subject.placeId) : subject.placeId
}

function officesTold(round: StageRound, tasks: readonly NewTask[]): Telling[] {
  if (tasks.length === 0) return []
  const words = {
    zh: `“${round.name}”进入考核评分，请在任务列表中查看由您评分的项目`,
    en: `${round.name} is being graded; see your tasks`,
    link: `/grading?round=${round.id}&mine=yes`,
    due: round.dueOn,
    key: `grading-begins-${round.id}`,
  }
  const committees = [...new Set(tasks.flatMap(({ bodyId }) => bodyId ?? []))]
  const offices = ['city-official', 'district-official', 'street-official', 'community-official'] as const
  return [
    {
      ...words,
      to: [
        { placeId: round.placeId, roles: offices, reach: 'below' },
        ...committees.map((bodyId) => ({ bodyId, roles: ['committee'] as const })),
      ],
    },
  ]
}
