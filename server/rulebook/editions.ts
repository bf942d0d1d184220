import type { RawBuilder } from 'kysely'
import { overlay } from './overlay.ts'
import type { Rulebook } from './rulebook.ts'
import type { Proposal } from './schema/proposal.ts'

/** What holds whatever the edition: rows, editions and limits are asked of `Editions`, by the edition of the round. */
export type Papers = Omit<Rulebook, 'rows' | 'schemes' | 'limits'>

/** Where editions are asked for: those that are shipped, and those that the city published in the workbench. */
export interface Editions {
  /** The rule-book as it is shipped. What a round is scored by is `rulebookOf` its own edition. */
  readonly shipped: Rulebook
  /** The rule-book as an edition has it: its rows, and its limits from its first day on. @throws RangeError */
  rulebookOf(editionId: string): Promise<Rulebook>
  /** The same, or nothing where no published edition has that id. */
  find(editionId: string): Promise<Rulebook | undefined>
  /** Every published edition's rows, and limits as they follow each other, in one: for what no single round bounds. */
  whole(): Promise<Rulebook>
  /** The same for whoever reads the ids, in their order, with a statement of its own: by `idsInSql`. */
  wholeOf(ids: readonly string[]): Promise<Rulebook>
  /** The same as it was last found, at once: `whole` is asked at the start and whenever an edition is published. */
  readonly standing: Rulebook
  /** The ids as text[], to be read within another statement; undefined where nothing is ever published. */
  readonly idsInSql: RawBuilder<string[]> | undefined
  /** That very rule-book, which stays as it is; `standing` is always the latest. */
  readonly latest: Rulebook
}

/** Documents of editions published in the database; they never change. */
export interface PublishedDocuments {
  find(editionId: string): Promise<Proposal | undefined>
  /** Ids, those that begin first coming first. */
  ids(): Promise<readonly string[]>
  idsInSql?: RawBuilder<string[]>
}

/** Published editions are immutable, so each is laid over the shipped papers once and kept. */
export function editionsOver(shipped: Rulebook, documents: PublishedDocuments): Editions {
  const kept = new Map<string, Promise<Proposal | undefined>>()
  const documentOf = (id: string) => {
    const known = kept.get(id)
    if (known) return known
    const asked = documents.find(id)
    kept.set(id, asked)
    // An id that is none yet may be published later, and a fault may pass.
    const forget = () => void kept.delete(id)
    asked.then((document) => document ?? forget(), forget)
    return asked
  }
  const overlaid = new WeakMap<Proposal, Rulebook>()
  const find = async (id: string) => {
    if (Object.hasOwn(shipped.schemes, id)) return shipped
    const document = await documentOf(id)
    if (!document) return undefined
    const known = overlaid.get(document) ?? overlay(shipped, document)
    overlaid.set(document, known)
    return known
  }
  let last: { ids: string; rulebook: Rulebook } = { ids: '', rulebook: shipped }
  const wholeOf = async (ids: readonly string[]) => {
    if (ids.join(' ') === last.ids) return last.rulebook
    const all = await Promise.all(ids.map(documentOf))
    const rulebook = all.reduce<Rulebook>((base, one) => (one ? overlay(base, one) : base), shipped)
    last = { ids: ids.join(' '), rulebook }
    return rulebook
  }
  return {
    shipped,
    standing: living(() => last.rulebook),
    get latest() {
      return last.rulebook
    },
    find,
    async rulebookOf(id) {
      const found = await find(id)
      if (!found) throw new RangeError(`no published edition ${id}`)
      return found
    },
    wholeOf,
    idsInSql: documents.idsInSql,
    whole: async () => wholeOf(await documents.ids()),
  }
}

/** Only what is shipped: for commands and tests without a database. */
export const shippedEditions = (shipped: Rulebook): Editions =>
  editionsOver(shipped, { find: () => Promise.resolve(undefined), ids: () => Promise.resolve([]) })

/** One rule-book to hand about, whose parts are always those of the latest. */
const living = (latest: () => Rulebook): Rulebook => ({
  get clauses() {
    return latest().clauses
  },
  get requirements() {
    return latest().requirements
  },
  get notCheckable() {
    return latest().notCheckable
  },
  get limits() {
    return latest().limits
  },
  get facts() {
    return latest().facts
  },
  get rulings() {
    return latest().rulings
  },
  get questionnaires() {
    return latest().questionnaires
  },
  get schemes() {
    return latest().schemes
  },
  get calendars() {
    return latest().calendars
  },
  get petitionCategories() {
    return latest().petitionCategories
  },
  get rows() {
    return latest().rows
  },
})
