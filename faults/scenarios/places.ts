import type { City } from '../city/city.ts'

/** The code of a community of the built-up area; another each time. */
export async function communityCode(city: City, time: number): Promise<string> {
  const found = await city.sql<{ code: string }>(
    `SELECT code FROM organisations.place WHERE kind = 'community' AND in_built_up_area AND ended_on IS NULL ORDER BY code`,
  )
  return found[(time * 7) % found.length]?.code ?? ''
}

/** A name that nothing else of the city begins with. */
export const marker = (word: string, time: number): string => `${word}${time}${Date.now().toString(36)}苑`
