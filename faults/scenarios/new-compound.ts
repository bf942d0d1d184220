/** The form of a new compound, filled in. */
export const newCompound = (community: string, name: string) => ({
  community,
  name,
  validFrom: '2020-01-01',
  type: 'existing' as const,
  managementMode: 'enterprise' as const,
  households: 600,
  buildings: 10,
  area: '60000',
  enclosure: 'closed' as const,
  renovatedOn: null,
  committeeImpossibleReason: null,
  distinct: true,
})
