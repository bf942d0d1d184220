import type { Fault } from '../fault.ts'
import type { Parts } from '../parts.ts'
import { checkBands } from './bands.ts'
import { checkCalendars } from './calendars.ts'
import { checkDates } from './dates.ts'
import { checkDuplicates } from './duplicates.ts'
import { checkGrades } from './grades.ts'
import { checkCategories } from './petition-categories.ts'
import { checkQuestionnaires } from './questionnaires.ts'
import { checkReferences } from './references.ts'
import { checkRulings } from './rulings.ts'
import { checkShapes } from './shapes.ts'
import { checkStatements } from './statements.ts'
import { checkSums } from './sums.ts'

/** Everything that must hold across files; the form of each file was checked before. */
export function checkParts(parts: Parts): Fault[] {
  return [
    ...checkEdition(parts),
    ...checkStatements(parts),
    ...checkCalendars(parts),
    ...checkCategories(parts),
    ...checkQuestionnaires(parts),
  ]
}

/** The checks that concern one edition: a proposed one is judged by these against the standing papers. */
export function checkEdition(parts: Parts): Fault[] {
  return [
    ...checkDuplicates(parts),
    ...checkReferences(parts),
    ...checkShapes(parts),
    ...checkDates(parts),
    ...checkSums(parts),
    ...checkBands(parts),
    ...checkGrades(parts),
    ...checkRulings(parts),
  ]
}
