import type { Answer, Received } from '../../../../contracts/endpoint.ts'
import type {
  listLimits,
  listRequirements,
  listRulings,
  searchPapers,
} from '../../../../contracts/standards/staff.ts'
import type { Rulebook } from '../../../rulebook/load.ts'
import type { Day } from '../../../values/days.ts'
import { papersOn, showRuling } from './papers.ts'

const most = 40

/** Whether one of the words holds the text; letters in any case. */
function holds(text: string | undefined, words: (string | undefined)[]): boolean {
  const wanted = text?.trim().toLowerCase() ?? ''
  return words.some((word) => word?.toLowerCase().includes(wanted))
}

export function requirements(
  rulebook: Rulebook,
  query: Received<typeof listRequirements>['query'],
  today: Day,
): Answer<typeof listRequirements> {
  const papers = papersOn(rulebook, today)
  const rows = Object.values(rulebook.requirements)
    .filter((r) => holds(query.text, [r.id, r.clause, r.title, r.titleEn, r.who]))
    .filter((r) => query.subject === undefined || r.subject === query.subject)
    .map(papers.requirement)
    .filter((r) => query.arrival === undefined || r.fact.arrival === query.arrival)
  return { rows, next: null }
}

export function limits(
  rulebook: Rulebook,
  query: Received<typeof listLimits>['query'],
  today: Day,
): Answer<typeof listLimits> {
  const papers = papersOn(rulebook, today)
  const rows = Object.values(rulebook.limits)
    .filter((l) => holds(query.text, [l.id, l.clause, l.title, l.titleEn]))
    .filter((l) => query.undecided === undefined || l.undecided === (query.undecided === 'yes'))
    .map((l) => papers.limit(l.id))
  return { rows, next: null }
}

export function rulings(
  rulebook: Rulebook,
  query: Received<typeof listRulings>['query'],
): Answer<typeof listRulings> {
  const found = Object.values(rulebook.rulings).filter((r) =>
    holds(query.text, [r.id, r.title, r.titleEn, r.gap, r.reading, r.reason, ...r.clauses]),
  )
  return { rulings: found.map(showRuling) }
}

/** Papers that hold the text, or whose number begins with it; numbers first, then titles. */
export function search(rulebook: Rulebook, text: string): Answer<typeof searchPapers> {
  const rows = Object.values(rulebook.rows).flatMap((tables) =>
    Object.entries(tables).flatMap(([table, list]) =>
      list.map((row) => ({
        kind: 'indicator' as const,
        id: row.id,
        table,
        title: row.indicator,
        titleEn: row.indicatorEn,
        body: [row.level1, row.level2],
      })),
    ),
  )
  const papers = [
    ...rows,
    ...Object.values(rulebook.clauses).map((c) => ({
      kind: 'clause' as const,
      id: c.id,
      table: null,
      title: c.title,
      titleEn: c.titleEn,
      body: [c.summary, c.summaryEn, ...c.statements.map((s) => s.gist)],
    })),
    ...Object.values(rulebook.requirements).map((r) => ({
      kind: 'requirement' as const,
      id: r.id,
      table: null,
      title: r.title,
      titleEn: r.titleEn,
      body: [r.who],
    })),
    ...Object.values(rulebook.limits).map((l) => ({
      kind: 'limit' as const,
      id: l.id,
      table: null,
      title: l.title,
      titleEn: l.titleEn,
      body: [],
    })),
    ...Object.values(rulebook.rulings).map((r) => ({
      kind: 'ruling' as const,
      id: r.id,
      table: null,
      title: r.title,
      titleEn: r.titleEn,
      body: [r.gap, r.reading, r.reason],
    })),
  ]
  const wanted = text.toLowerCase()
  const rank = (p: (typeof papers)[number]) => {
    if (p.id.toLowerCase().startsWith(wanted)) return 0
    if (holds(text, [p.title, p.titleEn])) return 1
    return holds(text, p.body) ? 2 : 3
  }
  const ranked = papers.map((paper) => ({ paper, rank: rank(paper) })).filter((p) => p.rank < 3)
  ranked.sort((a, b) => a.rank - b.rank)
  return {
    found: ranked
      .slice(0, most)
      .map(({ paper: { kind, id, table, title, titleEn } }) => ({ kind, id, table, title, titleEn })),
  }
}
