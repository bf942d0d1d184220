import { v7 as uuid } from 'uuid'
import type { Telling } from '../../../access/tell.ts'
import type { Db } from '../../../platform/database/database.ts'
import { type DrawResult, giveSeats, loadsOf } from '../storage/draws.ts'

/** Gives each seat what it drew, and tells its holder how much that is. */
export async function seatTasks(
  db: Db,
  round: { id: string; name: string },
  result: DrawResult,
): Promise<{ counts: { assigned: number; unassigned: number }; tells: readonly Telling[] }> {
  const counts = await giveSeats(db, round.id, result, uuid)
  const loads = await loadsOf(db, round.id)
  const tells = loads
    .filter(({ tasks }) => tasks > 0)
    .map(({ accountId, tasks }) => ({
      to: [{ accountId }],
      zh: `“${round.name}”经随机分配，您有 ${tasks} 项考核任务`,
      en: `The draw of ${round.name} gave you ${tasks} grading tasks`,
      link: `/grading?round=${round.id}&mine=yes`,
    }))
  return { counts, tells }
}
