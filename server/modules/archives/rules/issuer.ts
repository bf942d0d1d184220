/** Who issues a table's results by the standard: the city's property authority, or the district's. */
export const issuerOf = (
  organiser: string,
  { place, district }: { place: string; district: string },
): string =>
  organiser.startsWith('区') ? `${district}${organiser.slice(1)}` : `${place}${organiser.slice(1)}`
