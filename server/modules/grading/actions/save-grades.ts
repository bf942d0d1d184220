import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { GradeSent, KeptGrade, saveGrades as endpoint } from '../../../../contracts/grading/staff.ts'
import { defineAction } from '../../../access/action.ts'
import type { Context } from '../../../access/context.ts'
import { Refusal } from '../../../platform/problems/refusal.ts'
import { canonicalJson } from '../../../values/canonical-json.ts'
import { type Attachments, openAttachments } from '../../documents/index.ts'
import { type GivenReading, readEntered } from '../../evaluation/index.ts'
import { editionOf, type Papers, rowOf } from '../papers.ts'
import { task as taskResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { gradeKey, keptGrades } from '../storage/kept-grades.ts'
import { type Proposals, proposalsFor } from '../storage/proposals.ts'
import { readingOf, recordGrades } from '../readings.ts'
import { departs, standingProposal, wordsOf } from '../rules/departs.ts'
import {
  type GradeToKeep,
  keepGrades,
  type SentBefore,
  sentBefore,
  type Standing,
  standingGrades,
} from '../storage/grades.ts'
import { answerByGrades, askedRows } from '../storage/questions.ts'
import { type HeldTask, holdTasks, markTaken } from '../storage/tasks.ts'

type Outcome = Answer<typeof endpoint>['outcomes'][number]

/** What became of one grade, before its present state is read. */
type Fate =
  | { outcome: 'saved'; taken: Taken }
  | { outcome: 'same' | 'conflict' }
  | { outcome: 'refused'; refusal: Refusal }

/** What judging goes by, read once for all that was sent; what is taken counts for those after it. */
interface Means {
  ctx: Context
  papers: Papers
  tasks: ReadonlyMap<string, HeldTask>
  proposals: Proposals
  earlier: Map<string, SentBefore>
  standing: Map<string, Standing>
  asked: ReadonlySet<string>
  attachments: Attachments
  at: string
}

/** A grade that is to be kept, with what follows from it. */
interface Taken {
  task: HeldTask
  grade: GradeToKeep
  answer: string
  reading: GivenReading
}

/** 评分: each grade for itself, sent once or many times; the readings go to evaluation in the same transaction. */
export const saveGrades = (papers: Papers) =>
  defineAction({
    verb: 'grading.grade',
    on: () => 'anywhere',
    async run(ctx, { grades }: { grades: readonly GradeSent[] }) {
      const may = ctx.policy.filter(ctx.actor, 'grading.grade', taskResource)
      const ids = grades.map(({ taskId }) => taskId)
      const tasks = await holdTasks(ctx.db, ids, may)
      const means = await meansOf(ctx, papers, tasks, grades)
      const fates: Fate[] = []
      for (const sent of grades) fates.push(await fateOf(means, sent))
      await write(
        means,
        fates.flatMap((fate) => (fate.outcome === 'saved' ? [fate.taken] : [])),
      )
      const standing = await keptGrades(ctx.db, ctx.actor.id, [...tasks.keys()])
      const saved = grades.filter((_, i) => fates[i]?.outcome === 'saved')
      return {
        answer: { outcomes: grades.map((sent, i) => shown(sent, fates[i] as Fate, standing)) },
        audit: {
          resource: taskResource.name,
          id: ids[0] ?? '',
          summary: `保存评分 ${saved.length} 项（送来 ${grades.length} 项）`,
          detail: {
            grades: saved.map((sent) => ({
              id: sent.id,
              task: sent.taskId,
              row: sent.row,
              hash: contentsHash(sent),
            })),
          },
        },
      }
    },
  })

async function meansOf(
  ctx: Context,
  papers: Papers,
  tasks: ReadonlyMap<string, HeldTask>,
  grades: readonly GradeSent[],
): Promise<Means> {
  const { db } = ctx
  const held = [...tasks.keys()]
  const documents = grades.flatMap(({ documentIds }) => documentIds)
  return {
    ctx,
    papers,
    tasks,
    proposals: await proposalsFor(db, papers, await proposable(papers, tasks, grades)),
    earlier: await sentBefore(
      db,
      grades.map(({ id }) => id),
    ),
    standing: await standingGrades(db, held),
    asked: await askedRows(db, held),
    attachments: await openAttachments(db, ctx, { ids: documents, resource: 'grading.grade' }),
    at: ctx.clock.now().toISOString(),
  }
}

/** All that was taken, in as many statements whatever its number. */
async function write({ ctx, attachments, at }: Means, taken: readonly Taken[]): Promise<void> {
  const by = ctx.actor.id
  await attachments.write()
  await keepGrades(
    ctx.db,
    taken.map(({ grade }) => grade),
  )
  await recordGrades(
    ctx,
    taken.flatMap(({ task, reading }) => (task.second ? [] : [reading])),
  )
  const begun = taken.filter(({ task }) => task.grader !== '考核组' && task.takenBy === null)
  await markTaken(ctx.db, [...new Set(begun.map(({ task }) => task.id))], by, at)
  const answers = taken.map(({ grade: { taskId, indicator }, answer }) => ({ taskId, indicator, answer }))
  await answerByGrades(ctx.db, answers, { by, at })
}

function shown(sent: GradeSent, fate: Fate, standing: ReadonlyMap<string, KeptGrade>): Outcome {
  const { id } = sent
  if (fate.outcome === 'refused') {
    const { code, zh, en } = fate.refusal
    return { outcome: 'refused', id, code, detail: zh, detailEn: en }
  }
  const grade = standing.get(gradeKey(sent.taskId, sent.row))
  if (!grade) return shown(sent, { outcome: 'refused', refusal: refuse('not-your-task') }, standing)
  return fate.outcome === 'conflict'
    ? { outcome: 'conflict', id, theirs: grade }
    : { outcome: fate.outcome, id, grade }
}

/** The same contents have the same hash, whatever version they were based on. */
const contentsHash = ({ baseVersion: _, ...contents }: GradeSent): string =>
  createHash('sha256').update(canonicalJson(contents)).digest('hex')

async function fateOf(means: Means, sent: GradeSent): Promise<Fate> {
  try {
    return await take(means, sent)
  } catch (fault) {
    if (fault instanceof Refusal) return { outcome: 'refused', refusal: fault }
    throw fault
  }
}

/** Everything that can be refused is refused before anything is written. */
async function take(means: Means, sent: GradeSent): Promise<Fate> {
  const { ctx, papers, at } = means
  const earlier = means.earlier.get(sent.id)
  if (earlier) {
    const same = earlier.by === ctx.actor.id && earlier.contentsHash === contentsHash(sent)
    if (!same) throw refuse('id-reused')
    return { outcome: 'same' }
  }
  const task = means.tasks.get(sent.taskId)
  if (!task?.may) throw refuse('not-your-task')
  const edition = await editionOf(papers, task.edition, task.periodTo)
  const row = task.rows.includes(sent.row) ? rowOf(edition, sent.row) : undefined
  const fact = row?.factDefinition
  if (!row || !fact) throw refuse('row-foreign', { row: sent.row }, { field: 'row' })
  mustBeOpen(means, task, sent.row)
  const key = gradeKey(task.id, sent.row)
  const standing = means.standing.get(key)
  if ((standing?.version ?? 0) !== sent.baseVersion) return { outcome: 'conflict' }
  const comment = sent.comment.trim()
  const { numerator, denominator, value } = sent.entered
  const said = readEntered(
    await papers.rulebookOf(task.edition),
    fact.id,
    {
      numerator: numerator ?? undefined,
      denominator: denominator ?? undefined,
      value: value ?? undefined,
      ...(isExcuse(value) ? { note: comment } : {}),
    },
    task.year,
  )
  if (said.notApplicable !== null && comment.length < 4)
    throw refuse('excuse-missing', {}, { field: 'comment' })
  const proposed = standingProposal(
    means.proposals.of({ subjectId: task.subjectId, projectId: task.projectId }, fact.id),
  )
  const isOverride = proposed !== undefined && departs(said, proposed)
  const computedSaid = proposed ? wordsOf(proposed, fact.shape) : null
  const reason = sent.overrideReason ?? null
  if (isOverride && reason === null)
    throw refuse(
      'override-reason-missing',
      { title: fact.title, computed: computedSaid ?? '' },
      { field: 'overrideReason' },
    )
  const id = standing?.id ?? uuid()
  means.attachments.take({
    ids: sent.documentIds,
    recordId: id,
    placeId: task.projectId ?? task.subjectPlaceId,
    bodyId: null,
  })
  const hash = contentsHash(sent)
  const grade: GradeToKeep = {
    ...said,
    id,
    taskId: task.id,
    indicator: sent.row,
    version: sent.baseVersion + 1,
    sentId: sent.id,
    contentsHash: hash,
    comment,
    overrideReason: isOverride ? reason : null,
    computedSaid: isOverride ? computedSaid : null,
    documentIds: sent.documentIds,
    latitude: sent.latitude ?? null,
    longitude: sent.longitude ?? null,
    deviceId: sent.deviceId,
    by: ctx.actor.id,
    // A device whose clock goes fast does not grade in the future.
    gradedAt: [new Date(sent.gradedAt).toISOString(), at].sort()[0] as string,
    at,
  }
  means.earlier.set(sent.id, { contentsHash: hash, by: ctx.actor.id })
  means.standing.set(key, { id, version: grade.version })
  const reading = readingOf(task, {
    ...said,
    fact: fact.id,
    note: isOverride ? `调整理由：${reason}（计算值：${computedSaid}）` : comment,
    evidence: sent.documentIds.length,
    standing: isOverride ? 'override' : 'ordinary',
  })
  const answer = `已改评：${wordsOf(said, fact.shape)}${comment ? `。${comment}` : ''}`
  return { outcome: 'saved', taken: { task, grade, answer, reading } }
}

const isExcuse = (value: string | null | undefined) => value?.trim() === '不适用'

/** Grades are taken while the round is graded and the task is not handed in; afterwards only for rows that were sent back. */
function mustBeOpen({ asked, standing }: Means, task: HeldTask, row: string): void {
  if (task.roundState === 'grading') {
    if (task.state === 'submitted') throw refuse('submitted')
    return
  }
  if (task.roundState !== 'moderation' || task.state !== 'reopened')
    throw refuse('stage-over', { round: task.roundName })
  // What was set aside, its grader being bound to it, is graded anew by whoever has the task now.
  const key = gradeKey(task.id, row)
  if (!asked.has(key) && standing.has(key)) throw refuse('row-not-asked', { row })
}

/** Facts of the rows that are sent, by task. */
const proposable = (papers: Papers, tasks: ReadonlyMap<string, HeldTask>, grades: readonly GradeSent[]) =>
  Promise.all(
    [...tasks.values()].map(async (task) => {
      const edition = await editionOf(papers, task.edition, task.periodTo)
      const sent = grades.filter(({ taskId }) => taskId === task.id)
      return { ...task, facts: sent.flatMap(({ row }) => rowOf(edition, row)?.fact ?? []) }
    }),
  )
