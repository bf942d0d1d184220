import pg from 'pg'
import type { Statement } from './scenario.ts'

/** Everything that this process sends to PostgreSQL while the work runs, transaction brackets included. */
export async function captured(work: () => Promise<void>): Promise<Statement[]> {
  const statements: Statement[] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args
    const { text, values } = (
      typeof first === 'string' ? { text: first, values: second } : first
    ) as Statement
    statements.push({ text, values: values ?? [] })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements
}
