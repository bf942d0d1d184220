import type { KyselyPlugin } from 'kysely'
import type { Db } from '../database/database.ts'

/** The same database, each statement that goes through it counted; BEGIN and COMMIT are none. */
export function countedStatements(db: Db): { db: Db; count(): number } {
  let statements = 0
  const counter: KyselyPlugin = {
    transformQuery({ node }) {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: db.withPlugin(counter), count: () => statements }
}
