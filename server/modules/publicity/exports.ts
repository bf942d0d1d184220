import { type AppealRow, exportAppeals } from '../../../contracts/publicity/appeals.ts'
import {
  appealOutcomeNames,
  appealStateNames,
  correctionStateNames,
} from '../../../contracts/publicity/appeal-words.ts'
import { type CorrectionRow, exportCorrections } from '../../../contracts/publicity/corrections.ts'
import { exportObjections, type objectionRow } from '../../../contracts/publicity/staff.ts'
import { outcomeNames } from '../../../contracts/publicity/words.ts'
import type { z } from 'zod'
import type { Route } from '../../access/route.ts'
import { exportRoute } from '../export-route.ts'
import { appeals } from './queries/appeals/appeals.ts'
import { corrections } from './queries/appeals/corrections.ts'
import { objections } from './queries/objections.ts'

type ObjectionRow = z.infer<typeof objectionRow>

const objectionExport = (demo: boolean): Route =>
  exportRoute<typeof exportObjections, ObjectionRow>(exportObjections, {
    title: '公示异议',
    demo,
    page: objections,
    columns: [
      { header: '回执号', value: (row) => row.receipt, width: 20 },
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '对象', value: (row) => row.subjectName, width: 24 },
      { header: '指标', value: (row) => row.indicator },
      { header: '区域', value: (row) => row.districtName },
      { header: '异议内容', value: (row) => row.text, width: 48 },
      { header: '提出时间', kind: 'instant', value: (row) => row.filedAt, width: 18 },
      { header: '结果', value: (row) => (row.outcome ? outcomeNames[row.outcome] : '待答复') },
      { header: '答复', value: (row) => row.answer, width: 48 },
      { header: '答复时间', kind: 'instant', value: (row) => row.answeredAt, width: 18 },
    ],
  })

const appealExport = (demo: boolean): Route =>
  exportRoute<typeof exportAppeals, AppealRow>(exportAppeals, {
    title: '申诉',
    demo,
    page: appeals,
    columns: [
      { header: '编号', value: (row) => row.number, width: 16 },
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '对象', value: (row) => row.subjectName, width: 24 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '申诉方', value: (row) => row.appellant, width: 24 },
      { header: '指标', value: (row) => row.rows.join('、'), width: 24 },
      { header: '状态', value: (row) => appealStateNames[row.state].zh },
      { header: '结果', value: (row) => (row.outcome ? appealOutcomeNames[row.outcome].zh : null) },
      { header: '处理人', value: (row) => row.assignee },
      { header: '提出时间', kind: 'instant', value: (row) => row.filedAt, width: 18 },
      { header: '办结时间', kind: 'instant', value: (row) => row.decidedAt, width: 18 },
    ],
  })

const correctionExport = (demo: boolean): Route =>
  exportRoute<typeof exportCorrections, CorrectionRow>(exportCorrections, {
    title: '结果更正',
    demo,
    page: corrections,
    columns: [
      { header: '编号', value: (row) => row.number, width: 16 },
      { header: '轮次', value: (row) => row.roundName, width: 20 },
      { header: '对象', value: (row) => row.subjectName, width: 24 },
      { header: '旗县区', value: (row) => row.districtName },
      { header: '指标', value: (row) => row.rows.join('、'), width: 24 },
      { header: '理由', value: (row) => row.reason, width: 48 },
      { header: '状态', value: (row) => correctionStateNames[row.state].zh },
      { header: '提出人', value: (row) => row.proposedBy },
      { header: '提出时间', kind: 'instant', value: (row) => row.proposedAt, width: 18 },
      { header: '决定人', value: (row) => row.decidedBy },
      { header: '决定时间', kind: 'instant', value: (row) => row.decidedAt, width: 18 },
    ],
  })

/** The lists of officials and of the scored bodies, as files. */
export const publicityExports = (demo: boolean): readonly Route[] => [
  objectionExport(demo),
  appealExport(demo),
  correctionExport(demo),
]
