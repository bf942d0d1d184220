import type { Audience } from '../../../../access/tell.ts'

/** How one subject moved; what evaluation answers of it. */
export interface Moved {
  subjectId: string
  name: string
  kind: 'compound' | 'enterprise' | 'street' | 'community' | 'district'
  placeId: string
  bodyId: string | null
  rankBefore: number | null
  rankAfter: number | null
}

export interface MovedFor {
  /** Stable name of whom it concerns. */
  key: string
  to: Audience
  moved: Moved[]
}

const offices = {
  street: 'street-official',
  community: 'community-official',
  district: 'district-official',
} as const

/**
 * Who is told that places in the ranking moved, each once with all that is his: an enterprise of itself and of the
 * projects that it served, an office of its own. Whose project nobody served is told to nobody.
 * @param firms the enterprise of a project, by the project's place
 */
export function concerned(moved: readonly Moved[], firms: ReadonlyMap<string, string>): MovedFor[] {
  const found = new Map<string, MovedFor>()
  for (const one of moved) {
    const whose = audienceOf(one, firms)
    if (!whose) continue
    const known = found.get(whose.key)
    if (known) known.moved.push(one)
    else found.set(whose.key, { ...whose, moved: [one] })
  }
  return [...found.values()]
}

function audienceOf(
  { kind, placeId, bodyId }: Moved,
  firms: ReadonlyMap<string, string>,
): Omit<MovedFor, 'moved'> | undefined {
  if (kind === 'compound' || kind === 'enterprise') {
    const firm = kind === 'enterprise' ? bodyId : firms.get(placeId)
    return firm ? { key: firm, to: { bodyId: firm, roles: ['enterprise'] } } : undefined
  }
  return { key: placeId, to: { placeId, roles: [offices[kind]], reach: 'at' } }
}

const most = 3

/** “幸福花园（第 3 名→第 4 名）、…等 5 个”. */
export function wordsOfMoved(moved: readonly Moved[]): { zh: string; en: string } {
  const shown = moved.slice(0, most)
  const rank = (place: number | null) => (place === null ? '未排名' : `第 ${place} 名`)
  const zh = shown.map((one) => `${one.name}（${rank(one.rankBefore)}→${rank(one.rankAfter)}）`).join('、')
  const en = shown.map((one) => `${one.name} (${one.rankBefore ?? '–'} → ${one.rankAfter ?? '–'})`).join(', ')
  if (moved.length <= most) return { zh, en }
  return { zh: `${zh}等 ${moved.length} 个`, en: `${en} and ${moved.length - most} more` }
}
