import pg from 'pg'
import { type Statement, Together } from '../../server/platform/database/together.ts'

/** Everything that this process sends to PostgreSQL while the work runs, transaction brackets included, turn by turn. */
export async function captured(work: () => Promise<void>): Promise<Statement[][]> {
  const turns: Statement[][] = []
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [sent, values] = args
    if (sent instanceof Together) turns.push([...sent.before, sent.last])
    else if (typeof sent === 'string') turns.push([{ text: sent, values: (values as unknown[]) ?? [] }])
    else turns.push([sent as Statement])
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return turns
}
