import { exportTasks, type TaskListRow } from '../../../contracts/grading/staff.ts'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { taskList } from './queries/tasks.ts'

const states = { open: '待评分', submitted: '已提交', reopened: '复核退回' }

/** The tasks in sight as a file, filtered as asked. */
export const taskExport = (demo: boolean): Route =>
  exportRoute<typeof exportTasks, TaskListRow>(exportTasks, {
    title: '考核任务',
    demo,
    page: taskList,
    columns: [
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '对象', value: (row) => row.subjectName, width: 28 },
      { header: '代码', value: (row) => row.subjectCode, width: 22 },
      { header: '项目', value: (row) => row.projectName, width: 24 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '街道（乡镇）', value: (row) => row.streetName },
      { header: '评价主体', value: (row) => row.grader, width: 16 },
      { header: '席位', value: (row) => row.seat },
      { header: '第二评分人', kind: 'yes-no', value: (row) => row.second },
      { header: '状态', value: (row) => states[row.state] },
      { header: '承办人', value: (row) => row.takenBy },
      { header: '指标数', kind: 'integer', value: (row) => row.rows },
      { header: '已评分', kind: 'integer', value: (row) => row.graded },
      { header: '待答复提问', kind: 'integer', value: (row) => row.questions },
      { header: '截止日', kind: 'day', value: (row) => row.dueOn },
      { header: '提交时间', kind: 'instant', value: (row) => row.submittedAt, width: 18 },
    ],
  })
