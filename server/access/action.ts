import { sql } from 'kysely'
import { type AuditLine, recordAudit } from '../platform/audit/record.ts'
import { maybe, put } from '../platform/database/database.ts'
import { wakeOutbox } from '../platform/outbox/wake.ts'
import { refuse } from '../platform/problems/platform-problems.ts'
import type { Context } from './context.ts'
import { type Guarded, guard } from './guard.ts'
import { recordOutbox, type Told } from './tell.ts'

export type { Told } from './tell.ts'

/** What a run leaves: its answer, its line in the trail, and what persons and other systems shall hear of it. */
export interface Done<O> extends Told {
  answer: O
  audit: AuditLine
}

/** A state change as a value: the verb it needs, the row it touches, what it does and what it leaves in the trail. */
export interface Action<I, O> {
  verb: string
  /** The guarded row; `anywhere` for verbs that no single row bounds (the run itself then guards its rows in bulk). */
  on: (input: I) => Guarded | 'anywhere'
  /**
   * A unique constraint that the run takes for granted while `ctx.expects`, so that it need not wait for what it writes
   * (`put`). Where it is breached, all is undone and the run is asked once more, without.
   */
  expects?: string
  run(ctx: Context, input: I): Promise<Done<O>>
}

export const defineAction = <I, O>(action: Action<I, O>): Action<I, O> => action

const serialisationFailure = '40001'
const deadlock = '40P01'
const uniqueViolation = '23505'
const tries = 3

/**
 * One transaction: guard, run, audit, answer kept under the submission's key. All of it happens, or nothing.
 * A repeated submission (double click, lost answer) gets the first answer again.
 */
export async function perform<I, O>(ctx: Context, action: Action<I, O>, input: I, key?: string): Promise<O> {
  let expects = action.expects !== undefined
  for (let attempt = 1; ; attempt++) {
    try {
      const { answer, tells, events, texts } = await once({ ...ctx, expects }, action, input, key)
      if (tells?.length || events?.length || texts?.length) wakeOutbox(ctx.db)
      return answer
    } catch (fault) {
      const earlier = key ? await answerOf<O>(ctx, action.verb, key, input) : undefined
      if (earlier !== undefined) return earlier
      if (expects && action.expects && breaches(fault, action.expects)) {
        expects = false
        continue
      }
      const code = (fault as { code?: string }).code
      if (attempt < tries && (code === serialisationFailure || code === deadlock)) continue
      throw fault
    }
  }
}

async function once<I, O>(ctx: Context, action: Action<I, O>, input: I, key?: string): Promise<Done<O>> {
  return await ctx.db.transaction().execute(async (trx) => {
    const inside: Context = { ...ctx, db: trx }
    ctx.policy.mustBeProved(ctx.actor, action.verb)
    const target = action.on(input)
    if (target !== 'anywhere') await guard(inside, action.verb, target)
    else if (!ctx.policy.mayAnywhere(ctx.actor, action.verb))
      throw refuse('not-allowed', { roles: ctx.policy.rolesFor(action.verb) })
    const done = await action.run(inside, input)
    const { answer, audit } = done
    const at = ctx.clock.now().toISOString()
    await recordAudit(trx, ctx.keys, { at, actorId: ctx.actor.id, verb: action.verb, line: audit })
    await recordOutbox(trx, ctx.keys, at, done)
    if (key && ctx.actor.id) {
      const kept = ctx.keys.seal(JSON.stringify(answer))
      const written = sql`INSERT INTO platform.idempotency (actor_id, key, verb, request_hash, answer, at)
        VALUES (${ctx.actor.id}, ${key}, ${action.verb}, ${hashOf(ctx, input)}, ${kept}, ${at})`
      await put(trx, written)
    }
    return done
  })
}

/** Keyed: the input may hold a name and a phone, which a plain hash would give away to whoever guesses. */
const hashOf = (ctx: Context, input: unknown) => ctx.keys.mac(JSON.stringify(input))

/** The answer already given to this key, if any. @throws when the key was used for other contents */
async function answerOf<O>(ctx: Context, verb: string, key: string, input: unknown): Promise<O | undefined> {
  const kept = await maybe(
    ctx.db,
    sql<{
      verb: string
      request_hash: Buffer
      answer: string
    }>`SELECT verb, request_hash, answer FROM platform.idempotency
      WHERE actor_id = ${ctx.actor.id}::uuid AND key = ${key}`,
  )
  if (!kept) return undefined
  if (kept.verb !== verb || !kept.request_hash.equals(hashOf(ctx, input))) throw refuse('key-reused')
  return JSON.parse(ctx.keys.open(kept.answer)) as O
}

/** Whether a database fault is the breach of the named unique constraint. */
export function breaches(fault: unknown, constraint: string): boolean {
  const { code, constraint: name } = fault as { code?: string; constraint?: string }
  return code === uniqueViolation && name === constraint
}
