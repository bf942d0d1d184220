import { createHash } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { type Statement, sendTogether } from './together.ts'

const namesOfStatements = new Map<string, string>()
const mostNames = 2000

/** Every repeated statement is prepared once per connection: PostgreSQL then neither parses nor plans it again. */
export function nameOf(text: string): string | undefined {
  const known = namesOfStatements.get(text)
  if (known || namesOfStatements.size >= mostNames) return known
  const name = `g${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`
  namesOfStatements.set(text, name)
  return name
}

/** Statements that may wait for the next turn, known by their list of parameters, which travels here untouched. */
const waiting = new WeakSet<readonly unknown[]>()

/** Lets a statement of a transaction wait until the next one goes, or the commit. Outside a transaction it goes at once. */
export function letWait<T>(compiled: CompiledQuery<T>): CompiledQuery<T> {
  waiting.add(compiled.parameters)
  return compiled
}

const begins = /^(begin|start transaction)\b/
const nothing = { command: '', rowCount: 0, rows: [] }

/**
 * One holding of a connection. BEGIN waits for the first statement, and statements whose answer nobody needs wait for
 * the commit: a turn to the database costs two switches between processes, more than most statements do.
 */
export function takingTurns(client: pg.PoolClient) {
  let held: Statement[] = []
  let isInside = false
  let isBegun = false
  return {
    async query(text: string, values: readonly unknown[]) {
      const statement = { name: nameOf(text), text, values }
      if (begins.test(text)) isInside = true
      if (begins.test(text) || (isInside && waiting.has(values))) {
        held.push(statement)
        return nothing
      }
      const isEnd = isInside && (text === 'commit' || text === 'rollback')
      const before = text === 'rollback' ? [] : held
      // A transaction in which nothing was asked was never begun either.
      const isNeedless = isEnd && !isBegun && before.length < 2
      held = []
      isInside &&= !isEnd
      isBegun = isInside
      return isNeedless ? nothing : await sendTogether(client, before, statement)
    },
    release: (fault?: Error | boolean) => client.release(fault),
  }
}
