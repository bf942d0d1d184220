import type { Module } from '../module.ts'
import { compoundSheet } from './actions/record-compounds.ts'
import { placeSheet } from './actions/record-places.ts'
import { policy } from './policy.ts'
import { routes } from './routes.ts'

export { recordCompoundsAction } from './actions/record-compounds.ts'
export { recordPlacesAction } from './actions/record-places.ts'
export { cityRoot } from './storage/places.ts'
export { body, compound, place } from './policy.ts'

/** Who is where: places and their history, bodies, contracts, compounds, persons and posts. */
export const organisationsModule: Module = {
  name: 'organisations',
  uses: [],
  policy,
  routes,
  sheets: [placeSheet, compoundSheet],
}
