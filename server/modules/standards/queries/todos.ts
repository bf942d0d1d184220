import { sql } from 'kysely'
import { rows } from '../../../platform/database/database.ts'
import type { TodoSource } from '../../todo-source.ts'
import { edition } from '../policy.ts'

/** Editions that wait for the approval of somebody who had no hand in them. */
export const approvalTodos: TodoSource = {
  verb: 'standards.approve-edition',
  async todos(ctx) {
    const found = await rows(
      ctx.db,
      sql<{
        id: string
        title: string
        titleEn: string
      }>`SELECT r.id, r.title, r.title_en AS "titleEn" FROM standards.edition r
        WHERE r.state = 'submitted' AND ${ctx.policy.filter(ctx.actor, 'standards.approve-edition', edition)}
          AND r.created_by <> ${ctx.actor.id}::uuid AND r.submitted_by <> ${ctx.actor.id}::uuid
          AND NOT EXISTS (SELECT FROM standards.edition_change c WHERE c.edition_id = r.id AND c.changed_by = ${ctx.actor.id}::uuid)
        ORDER BY r.id`,
    )
    return found.map(({ id, title, titleEn }) => ({
      id: `approve-edition-${id}`,
      zh: `评价标准“${title}”等待您批准`,
      en: `The edition ${titleEn} waits for your approval`,
      due: null,
      count: 1,
      link: `/standards/drafts/${id}`,
    }))
  },
}
