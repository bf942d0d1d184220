import type { Rulebook } from '../../rulebook/load.ts'
import type { FactDefinition } from '../../rulebook/schema/facts.ts'
import type { ReferenceList } from '../sheet-kind.ts'
import { type FactIndex, factIndex } from './rules/examine-fact.ts'

const subjectNames: Record<FactDefinition['subjects'][number], string> = {
  compound: '小区',
  enterprise: '企业',
  street: '街道（乡镇）',
  community: '社区',
  district: '旗县区',
  committee: '业委会',
  city: '全市',
  association: '物业协会',
  'party-department': '党委部门',
}
const provenances: Record<FactDefinition['provenance'], string> = {
  computed: '自动计算',
  inspected: '现场检查',
  surveyed: '满意度调查',
  declared: '申报',
  imported: '导入',
}

/** Which cells a fact of each shape is written in. */
const cellsOf: Record<FactDefinition['shape'], string> = {
  'yes-no': '数值',
  ratio: '分子和分母',
  count: '数值',
  checklist: '数值，或分子和分母',
  level: '数值',
  grade: '数值',
  score: '数值',
  deduction: '数值和事件编号',
}

/** 事实清单: every fact that may be recorded, under the number that people know it by, with what belongs in its cells. */
export function factList(rulebook: Rulebook): ReferenceList {
  const index = factIndex(rulebook)
  const evaluators = new Map(
    Object.values(rulebook.rows)
      .flatMap((tables) => Object.values(tables).flat())
      .map((row) => [row.id, row.evaluator]),
  )
  // The lists of the latest edition; an earlier year is told by the refusal of the cell.
  const year = Math.max(...Object.values(rulebook.schemes).map((scheme) => Number(scheme.from.slice(0, 4))))
  const line = (fact: FactDefinition): string[] => {
    const rows = index.rowsOf.get(fact.id) ?? []
    return [
      rows[0] ?? fact.id,
      fact.title,
      fact.subjects.map((subject) => subjectNames[subject]).join('、'),
      cellsOf[fact.shape],
      contentOf(fact, index, year),
      provenances[fact.provenance],
      [...new Set(rows.map((row) => evaluators.get(row) ?? ''))].join('、'),
      fact.clause,
      fact.reads,
    ]
  }
  const lines = index.recordable.map(line)
  // Those that a row of a table reads come first, in the tables' order.
  return {
    title: '事实清单',
    headings: ['编号', '名称', '对象', '填在哪几列', '可填内容', '来源', '评价主体', '条款', '依据什么记录'],
    rows: lines.toSorted((a, b) => order(a).localeCompare(order(b), 'en')),
    column: 'fact',
  }
}

const order = ([number = '']: string[]): string => (/^\d/.test(number) ? number : `9 ${number}`)

function contentOf(fact: FactDefinition, index: FactIndex, year: number): string {
  const most = index.wholeIn(fact, year)?.most.toDecimal()
  switch (fact.shape) {
    case 'yes-no':
      return '是、否'
    case 'level':
      return Object.keys(fact.levels ?? {}).join('、')
    case 'grade':
      return '优、良、中、差'
    case 'score':
      return '0 至 100'
    case 'count':
      return '数量'
    case 'checklist':
      return most === undefined ? '达到的项数' : `达到的项数，0 至 ${most}`
    case 'ratio':
      if (most !== undefined) return `分母至多 ${most}；没有发生填 0 和 0`
      return fact.mayExceed ? '数字；没有发生填 0 和 0' : '分子不大于分母；没有发生填 0 和 0'
    case 'deduction':
      return [...(index.severitiesOf.get(fact.id)?.names ?? []), '或扣分数，没有填 0'].join('、')
  }
}
