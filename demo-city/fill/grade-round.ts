import { v7 as uuid } from 'uuid'
import type { GradeSent, GradingTask } from '../../contracts/grading/staff.ts'
import { perform } from '../../server/access/action.ts'
import type { Context } from '../../server/access/context.ts'
import type { App } from '../../server/app.ts'
import {
  commitDraw,
  type GradingPapers,
  handIn,
  runDraw,
  saveGrades,
  tasksToTake,
} from '../../server/modules/grading/index.ts'
import { addDays } from '../../server/values/days.ts'
import { acting } from './accounts.ts'
import type { MovableClock } from '../../server/platform/clock/movable-clock.ts'
import { morningOf } from './past-clock.ts'

type Served = Pick<App, 'context' | 'engine'>

/** Drawn on a Sunday as every week; the figures are invented. */
const publicNumber = { name: '中国福利彩票双色球（演示）', figures: '03 08 15 22 27 31 + 12' }

/** 随机分配: committed, and drawn two days later with the number that came out. */
export async function drawGraders(
  app: Served,
  bureau: Context,
  clock: MovableClock,
  id: string,
): Promise<void> {
  const numberOn = addDays(clock.today(), 2)
  await perform(bureau, commitDraw, { id, numberName: publicNumber.name, numberOn, reason: null })
  clock.moveTo(morningOf(addDays(numberOn, 1)))
  await perform(bureau, runDraw(papersOf(app)), { id, number: publicNumber.figures, correction: null })
}

/** The evaluation group is on its way: every third project is graded and handed in, the next one is begun. */
export async function beginGrading(
  app: Served,
  clock: MovableClock,
  accounts: readonly string[],
): Promise<void> {
  const papers = papersOf(app)
  const saving = saveGrades(papers)
  for (const account of accounts) {
    const grader = { ...(await acting(app.context, account)), clock }
    const { tasks } = await tasksToTake(grader, papers, undefined)
    for (const [i, task] of tasks.entries()) {
      if (i % 3 === 2) continue
      const whole = i % 3 === 0
      const rows = whole ? task.rows : task.rows.slice(0, 9)
      const grades = rows.flatMap((row) => gradeFor(task, row, clock.now().toISOString()))
      if (grades.length === 0) continue
      const { outcomes } = await perform(grader, saving, { grades })
      if (whole && outcomes.every(({ outcome }) => outcome === 'saved'))
        await perform(grader, handIn, { id: task.id, attendance: present, sheetDocumentId: null, note: '' })
    }
  }
}

const present = [
  { who: '社区网格员', signatureDocumentId: null },
  { who: '项目客服', signatureDocumentId: null },
]

const papersOf = ({ engine }: Served): GradingPapers => ({
  rulebookOf: engine.editions.rulebookOf,
  sources: engine.sources,
  demo: engine.demo,
})

type Row = GradingTask['rows'][number]

/** What the year's records say of the row already, seen on site and confirmed; else what is most often found. */
function gradeFor(task: GradingTask, row: Row, gradedAt: string): GradeSent[] {
  if (row.grade !== null) return []
  const said = row.proposals[0]?.said
  const entered = said ? confirmed(row, said) : usual(row)
  return [
    {
      id: uuid(),
      taskId: task.id,
      row: row.id,
      baseVersion: 0,
      entered,
      comment: said?.notApplicable ?? '现场核对（演示）',
      documentIds: [],
      gradedAt,
      deviceId: '',
    },
  ]
}

function confirmed(row: Row, said: Row['proposals'][number]['said']): GradeSent['entered'] {
  const { numerator, denominator, value, named, notApplicable } = said
  if (notApplicable !== null) return { value: '不适用' }
  if (named !== null) return { value: named }
  if (numerator !== null && denominator !== null) return { numerator, denominator }
  return { value: row.shape === 'yes-no' ? (value === '1' ? '是' : '否') : value }
}

function usual(row: Row): GradeSent['entered'] {
  if (row.shape === 'grade') return { value: '良' }
  if (row.shape === 'yes-no') return { value: '是' }
  if (row.shape === 'level') return { value: row.levels.at(-1) ?? '' }
  if (row.shape === 'ratio') return { numerator: '11', denominator: '12' }
  return { value: '2' }
}
