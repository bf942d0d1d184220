import type { Db } from '../../../platform/database/database.ts'
import { keepShown, type Shown } from '../storage/shown-records.ts'

/**
 * Shows what hangs on a record, now or later, to the bodies that work on it, inside the action that gives it to them;
 * to bodies that are not named it is shown no longer.
 */
export const showRecordsTo = (trx: Db, shown: Shown): Promise<void> => keepShown(trx, shown)
