import pg from 'pg'

/** A statement as it goes to PostgreSQL; without a name it is parsed and planned each time. */
export interface Statement {
  name?: string | undefined
  text: string
  values: readonly unknown[]
}

/** A statement that was prepared on the connection before, answers no rows, and brings its values in their wire form. */
interface Silent extends Statement {
  name: string
  values: readonly (string | Buffer | null)[]
}

/** What pg's own query does and is told; its published types name only the first. */
interface Query {
  submit(connection: pg.Connection): Error | null
  handleCommandComplete(message: unknown, connection: pg.Connection): void
}
type Answered = (fault: Error | null, result: pg.QueryResult) => void
const Query = pg.Query as unknown as new (
  text: string,
  values: readonly unknown[],
  answered: Answered,
) => Query

/** Silent statements and one whose answer is wanted, in one message that ends with one Sync. */
export class Together extends Query {
  readonly before: readonly Silent[]
  readonly last: Statement
  /** What pg prepares it under. */
  readonly name: string | undefined
  #unanswered: number

  constructor(before: readonly Silent[], last: Statement, answered: Answered) {
    // As text and values, not as one: pg copies what it is given as one with all that describes its fields, each time.
    super(last.text, [...last.values], answered)
    this.name = last.name
    this.before = before
    this.last = last
    this.#unanswered = before.length
  }

  override submit(connection: pg.Connection): Error | null {
    connection.stream.cork()
    try {
      for (const { name, values } of this.before) {
        connection.bind({ statement: name, values: [...values] }, true)
        connection.execute({}, true)
      }
      return super.submit(connection)
    } finally {
      connection.stream.uncork()
    }
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.#unanswered > 0) this.#unanswered--
    else super.handleCommandComplete(message, connection)
  }
}

const isOfWire = (value: unknown) => value === null || typeof value === 'string' || Buffer.isBuffer(value)

const preparedOn = new WeakMap<pg.ClientBase, Set<string>>()

/**
 * Sends statements in one turn to the database and answers the last. Whatever fails, PostgreSQL skips all that follows
 * it, so a COMMIT at the end is reached only when everything before it held.
 * @throws the first statement's fault
 */
export async function sendTogether(
  client: pg.ClientBase,
  before: readonly Statement[],
  last: Statement,
): Promise<pg.QueryResult> {
  const prepared = preparedOn.get(client) ?? new Set<string>()
  preparedOn.set(client, prepared)
  const isSilent = (one: Statement): one is Silent =>
    one.name !== undefined && prepared.has(one.name) && one.values.every(isOfWire)
  const turn = async (silent: readonly Silent[], one: Statement) => {
    const result = await new Promise<pg.QueryResult>((resolve, reject) => {
      client.query(new Together(silent, one, (fault, done) => (fault ? reject(fault) : resolve(done))))
    })
    if (one.name) prepared.add(one.name)
    return result
  }
  if (before.every(isSilent)) return await turn(before, last)
  for (const one of before) await turn([], one)
  return await turn([], last)
}
