/** One hit of the search box. */
export interface Found {
  /** Where it leads. */
  to: string
  title: string
  /** What tells it apart from others of the same name: the district, the code. */
  note?: string
}

/** One kind of thing the search box finds; `group` is shell:search.groups.<group>. */
export interface SearchSource {
  group: string
  /** Asked only with these rights. */
  verb: string | null
  find: (text: string, signal: AbortSignal) => Promise<Found[]>
}

/** What the server searches. Each module adds its own. */
export const sources: readonly SearchSource[] = []
