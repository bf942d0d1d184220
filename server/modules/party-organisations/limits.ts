/** What the module needs of the rule-book; the composition root hands it in. */
export interface PartyLimits {
  /** A limit's value on a day, exact text such as "3". @throws when the rule-book has no such limit */
  limit(id: string, day: string): string
}

export const ownOrganisationLimit = 'party-members-for-own-organisation'
