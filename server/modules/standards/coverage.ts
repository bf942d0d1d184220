import type { Arrival } from '../../../contracts/standards/words.ts'
import { editionAt, type Rulebook } from '../../rulebook/load.ts'
import { shanghaiDay } from '../../values/days.ts'
import { type Coverage, coverage } from './queries/coverage.ts'
import { arrivalOf, arrivalWords as words } from './rules/arrival.ts'
import { screenOf } from './rules/screens.ts'

type Fact = Rulebook['facts'][string]

/** docs/coverage.md: what of the standard this product can show today, written from the rule-book and nothing else. */
export function coverageMarkdown(rulebook: Rulebook): string {
  const covered = coverage(rulebook, editionAt(rulebook, shanghaiDay(new Date())))
  const { shall, required, notCheckable } = covered.statements
  return [
    '# 标准覆盖情况',
    '',
    '本文由 `npx gongzhi docs` 从 rulebook/ 生成，请勿手改。Generated from the rule-book: which clauses and indicators are computed, declared or still missing.',
    '',
    `版本：${covered.edition.title}（${covered.edition.id}）。条款中的“应”共 ${shall} 处：${required} 处已写成要求，${notCheckable} 处不可核查（原因见下）。`,
    '',
    '来源的含义：自动计算——由已登记的记录算出；现场检查、满意度调查、申报、外部导入——由人登记或导入，附佐证；缺——还没有可以登记它的界面。',
    '',
    ...pointsSection(covered),
    ...requirementsSection(covered),
    ...indicatorsSection(rulebook, covered),
    ...clausesSection(rulebook, covered),
  ].join('\n')
}

const row = (...cells: (string | number)[]) =>
  `| ${cells.map((c) => String(c).replaceAll('|', '／')).join(' | ')} |`
const head = (...cells: string[]) => [row(...cells), row(...cells.map(() => '---'))]

function pointsSection({ tables }: Coverage): string[] {
  const shown = (Object.keys(words) as Arrival[]).filter((arrival) =>
    tables.some((t) => t.by.some((b) => b.arrival === arrival)),
  )
  const lines = tables.map((table) =>
    row(
      table.variant === null ? table.table : `${table.table}（${table.variant}）`,
      table.title,
      ...shown.map((arrival) => table.by.find((b) => b.arrival === arrival)?.points ?? '0'),
      table.points,
    ),
  )
  return ['## 各表分值按来源', '', ...head('表', '名称', ...shown.map((a) => words[a]), '合计'), ...lines, '']
}

function requirementsSection({ requirements }: Coverage): string[] {
  const lines = requirements.map(({ arrival, count }) => row(words[arrival], count))
  return ['## 要求按来源', '', ...head('事实的来源', '要求数'), ...lines, '']
}

const factCells = (fact: Fact | undefined): string[] =>
  fact
    ? [`${fact.title}（${fact.id}）`, fact.module, screenOf(fact), words[arrivalOf(fact)]]
    : ['—', '—', '—', '—']

function indicatorsSection(rulebook: Rulebook, covered: Coverage): string[] {
  return Object.entries(rulebook.rows[covered.edition.id] ?? {}).flatMap(([table, rows]) => [
    `## 表 ${table} 各项指标`,
    '',
    ...head('编号', '指标', '分值', '条款', '事实', '模块', '界面', '来源'),
    ...rows.map((indicator) => {
      const variant = indicator.variant === null ? '' : `〔${indicator.variant}〕`
      const cells = indicator.fact
        ? factCells(rulebook.facts[indicator.fact])
        : ['已取消，不评（见系统取法）', '—', '—', '—']
      return row(
        indicator.id,
        `${indicator.indicator}${variant}`,
        indicator.points,
        indicator.clauses.join('、') || '—',
        ...cells,
      )
    }),
    '',
  ])
}

function clausesSection(rulebook: Rulebook, covered: Coverage): string[] {
  const lines = covered.clauses.flatMap((clause) => {
    const name = `${clause.id} ${clause.title}`
    const required = clause.requirements.map((r) =>
      row(name, clause.kind, `${r.title}（${r.id}）`, ...factCells(rulebook.facts[r.fact.id])),
    )
    const open = clause.notCheckable.map((n) =>
      row(name, clause.kind, `不可核查：${n.reason}`, '—', '—', '—', '—'),
    )
    if (required.length + open.length > 0) return [...required, ...open]
    const why =
      clause.kind === '题' ? '标题' : clause.kind === '述' ? '陈述，没有要求' : '宜、可：不作硬性要求'
    return [row(name, clause.kind, why, '—', '—', '—', '—')]
  })
  return ['## 各条款', '', ...head('条款', '性质', '要求', '事实', '模块', '界面', '来源'), ...lines, '']
}
