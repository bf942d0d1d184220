import { defineAction } from '../../../access/action.ts'
import type { EditionsAsked } from '../papers.ts'
import { report as reportResource } from '../policy.ts'
import { refuse } from '../problems.ts'
import { rowRights } from '../rules/row-rights.ts'
import { type Recorded, recordedFacts, type RowChange, writeRows } from '../storage/rows.ts'
import { onReport, openReport, reportVerb, stampOf } from './open-report.ts'
import { subjectBody } from './submit.ts'

const blank = {
  numerator: null,
  denominator: null,
  value: null,
  note: '',
  evidenceNote: '',
  fromLastYear: false,
  answerer: null,
}

/** 其余全部认可: a person says so for all rows of which nothing is said yet; silence alone accepts nothing. */
export const acceptRest = (editions: EditionsAsked) =>
  defineAction({
    verb: reportVerb,
    on: (input: { id: string }) => onReport(input),
    async run(ctx, { id }) {
      const { report, rows, said } = await openReport(ctx, editions, id)
      const open = rows.filter((row) => !said.get(row.id)?.stance)
      const changes = open.map(
        (row): RowChange => ({ ...blank, reportId: id, row: row.id, stance: 'accept' }),
      )
      await writeRows(ctx.db, changes, stampOf(ctx))
      const summary = `“${report.name}”自评：其余 ${open.length} 行全部认可`
      return {
        answer: { rows: open.length },
        audit: { resource: reportResource.name, id, summary, detail: { rows: open.map((row) => row.id) } },
      }
    },
  })

/** 复制去年: what the same subject declared a year ago, as a draft that says so until somebody has looked at each row. */
export const copyLastYear = (editions: EditionsAsked) =>
  defineAction({
    verb: reportVerb,
    on: (input: { id: string }) => onReport(input),
    async run(ctx, { id }) {
      const { report, rows, said } = await openReport(ctx, editions, id)
      const open = rows.filter((row) => rowRights(row).declare && !said.get(row.id)?.stance)
      const facts = open.flatMap((row) => row.fact ?? [])
      const found = await recordedFacts(
        ctx.db,
        { year: report.year - 1, placeId: report.placeId, bodyId: subjectBody(report) },
        facts,
      )
      const declared = new Map(
        found
          .filter((one) => one.provenance === 'declared' && one.standing === 'ordinary')
          .map((one) => [one.fact, one]),
      )
      const changes = open.flatMap((row): RowChange[] => {
        const last = declared.get(row.fact ?? '')
        return last ? [{ ...blank, ...asEntered(last), reportId: id, row: row.id, stance: 'declare' }] : []
      })
      if (changes.length === 0) throw refuse('nothing-to-copy')
      await writeRows(ctx.db, changes, stampOf(ctx))
      const summary = `“${report.name}”自评：复制去年申报数据 ${changes.length} 行`
      const detail = { rows: changes.map(({ row }) => row) }
      return {
        answer: { rows: changes.length },
        audit: { resource: reportResource.name, id, summary, detail },
      }
    },
  })

const asEntered = (last: Recorded) => ({
  numerator: last.numerator,
  denominator: last.denominator,
  value: last.notApplicable === null ? (last.named ?? last.value) : '不适用',
  note: last.notApplicable ?? last.note,
  // The papers of last year prove nothing of this one.
  evidenceNote: '',
  fromLastYear: true,
})
