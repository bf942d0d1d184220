import type { Module } from '../module.ts'
import { bodySheet } from './actions/record-bodies.ts'
import { committeeSheet } from './actions/record-committees.ts'
import { compoundSheet } from './actions/record-compounds.ts'
import { contractSheet } from './actions/record-contracts.ts'
import { enterpriseSheet } from './actions/record-enterprises.ts'
import { placeSheet } from './actions/record-places.ts'
import { postSheet } from './actions/record-posts.ts'
import { staffSheet } from './actions/record-staffing.ts'
import { facts } from './facts/index.ts'
import { standingBodies, standingCommittees } from './queries/standing/bodies.ts'
import { standingCompounds } from './queries/standing/compounds.ts'
import { standingContracts } from './queries/standing/contracts.ts'
import { standingPlaces } from './queries/standing/places.ts'
import { standingPosts } from './queries/standing/posts.ts'
import { standingStaffing } from './queries/standing/staffing.ts'
import { policy } from './policy.ts'
import { routes } from './routes.ts'

export { findBodies } from './actions/find-bodies.ts'
export { findCompounds } from './actions/find-compounds.ts'
export { endOf, examinePast, examineTerm } from './actions/examine-days.ts'
export { committeeMembers } from './facts/committees.ts'
export {
  committeeKinds,
  countingCompounds,
  impossibleIsNotApplicable,
  inForce,
  ratio,
  sittingCommittee,
  yesNo,
} from './facts/standing.ts'
export { findSeats } from './actions/settle-bodies.ts'
export { bodyOutOfReach, phoneUnreadable } from './problems.ts'
export { maskName } from './rules/masks.ts'
export { personsFor } from './storage/persons.ts'
export { recordCompoundsAction } from './actions/record-compounds.ts'
export { recordPlacesAction } from './actions/record-places.ts'
export { cityRoot, placesByCode } from './storage/places.ts'
export { spelling } from './storage/spelling.ts'
export { body, compound, place, post } from './policy.ts'
export { containing, holdsOn, paged, within } from './queries/paging.ts'
export { timelineOf } from './queries/timeline.ts'
export { recordOne } from './routes.ts'

/** Who is where: places and their history, bodies, contracts, compounds, persons and posts. */
export const organisationsModule = ({ demo }: { demo: boolean }): Module => ({
  name: 'organisations',
  uses: [],
  policy,
  routes: routes(demo),
  sheets: [
    { ...placeSheet, standing: standingPlaces },
    { ...compoundSheet, standing: standingCompounds },
    { ...bodySheet, standing: standingBodies },
    { ...enterpriseSheet, standing: standingBodies },
    { ...contractSheet, standing: standingContracts },
    { ...committeeSheet, standing: standingCommittees },
    { ...postSheet, standing: standingPosts },
    { ...staffSheet, standing: standingStaffing },
  ],
  facts,
})
