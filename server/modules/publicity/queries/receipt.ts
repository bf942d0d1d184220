import { sql } from 'kysely'
import { roleNames } from '../../../../contracts/accounts/words.ts'
import type { Answer } from '../../../../contracts/endpoint.ts'
import type { getReceipt } from '../../../../contracts/publicity/public.ts'
import type { Context } from '../../../access/context.ts'
import { maybe } from '../../../platform/database/database.ts'
import { refuse } from '../problems.ts'

type Receipt = Answer<typeof getReceipt>

/** What became of an objection; name and telephone stay sealed. @throws 404 in words that help to type it again */
export async function receiptPage(ctx: Context, receipt: string): Promise<Receipt> {
  const found = await maybe(
    ctx.db,
    sql<Omit<Receipt, 'heldBy' | 'heldByEn'> & { placeName: string; placeKind: string }>`SELECT o.receipt,
        o.round_id AS "roundId", round.name AS "roundName", o.subject_id AS "subjectId", r.name AS "subjectName", o.indicator,
        o.text, o.filed_at AS "filedAt", o.outcome, o.answer, o.answered_at AS "answeredAt",
        CASE WHEN round.state = 'publicity' THEN round.stage_due_on ELSE p.due_on END AS "dueOn",
        place.name AS "placeName", place.kind AS "placeKind"
      FROM publicity.objection o JOIN publicity.publication p ON p.id = o.publication_id
      JOIN evaluation.published_round round ON round.id = o.round_id
      JOIN organisations.published_place place ON place.id = o.place_id
      LEFT JOIN publicity.result r ON r.publication_id = o.publication_id AND r.subject_id = o.subject_id
      WHERE o.receipt = ${receipt}`,
  )
  if (!found) throw refuse('receipt-unknown', { receipt })
  const { placeName, placeKind, ...shown } = found
  const office = roleNames[placeKind === 'city' ? 'city-official' : 'district-official']
  return { ...shown, heldBy: `${placeName}（${office.zh}）`, heldByEn: `${placeName} (${office.en})` }
}
