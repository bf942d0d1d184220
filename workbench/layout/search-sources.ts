import { search } from '../../contracts/organisations/staff.ts'
import type { Answer } from '../../contracts/endpoint.ts'
import { call } from '../api/client.ts'

/** One hit of the search box. */
export interface Found {
  /** Tells hits apart that lead to the same page. */
  key: string
  /** Where it leads. */
  to: string
  title: string
  /** What tells it apart from others of the same name: the district, the code. */
  note?: string
}

/** Hits of one kind, under shell:search.groups.<group>. */
export interface Group {
  group: 'persons' | 'places' | 'bodies' | 'pages'
  found: Found[]
}

type Row = Answer<typeof search>['rows'][number]

const groups: Record<Row['kind'], Group['group']> = {
  place: 'places',
  compound: 'places',
  body: 'bodies',
  post: 'persons',
}
const pages: Record<Row['leadsTo']['kind'], string> = {
  place: '/organisations/places',
  compound: '/organisations/compounds',
  body: '/organisations/bodies',
}

/** Rows of the server's answer in groups, in the server's order within each. */
export function grouped(rows: Row[]): Group[] {
  return (['persons', 'places', 'bodies'] as const).map((group) => ({
    group,
    found: rows
      .filter(({ kind }) => groups[kind] === group)
      .map(({ kind, id, title, detail, leadsTo }) => ({
        key: `${kind}-${id}`,
        to: `${pages[leadsTo.kind]}/${leadsTo.id}`,
        title,
        note: detail,
      })),
  }))
}

/** Places, compounds and bodies by name, pinyin, initials or code; persons by their exact name or number only. */
export async function findAll(text: string, signal: AbortSignal): Promise<Group[]> {
  const { rows } = await call(search, { query: { text } }, { signal })
  return grouped(rows)
}
