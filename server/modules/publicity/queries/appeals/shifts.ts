import { sql } from 'kysely'
import type { Shift } from '../../../../../contracts/publicity/appeals.ts'
import type { Context } from '../../../../access/context.ts'
import { rows } from '../../../../platform/database/database.ts'

/** Whom an appeal or a correction moved, the subject that it was about first; the first hundred. Exact totals become decimals. */
export const shiftsOf = (ctx: Context, basisId: string): Promise<Shift[]> =>
  rows(
    ctx.db,
    sql<Shift>`SELECT x.subject_id AS "subjectId", x.name, x.kind, ${decimal('total_before')} AS "totalBefore",
        ${decimal('total_after')} AS "totalAfter", x.band_before AS "bandBefore", x.band_after AS "bandAfter",
        x.rank_before AS "rankBefore", x.rank_after AS "rankAfter"
      FROM publicity.shift x WHERE x.basis_id = ${basisId}
      ORDER BY (x.total_before <> x.total_after) DESC, x.kind, x.rank_after, x.subject_id LIMIT 100`,
  )

const decimal = (column: 'total_before' | 'total_after') => {
  const exact = sql.ref(`x.${column}`)
  return sql`round(split_part(${exact}, '/', 1)::numeric / coalesce(nullif(split_part(${exact}, '/', 2), '')::numeric, 1), 2)::text`
}
