import type { Context } from '../../../access/context.ts'
import type { DomainEvent } from '../../../access/tell.ts'
import { drainOutbox } from '../../../platform/outbox/drain.ts'
import type { EventKind } from '../../event-kind.ts'
import { type EventToSend, fanOut } from '../storage/events.ts'

/** The body as it is signed and sent (Standard Webhooks' payload). */
export const bodyOf = (name: string, at: string, data: unknown) =>
  JSON.stringify({ type: name, timestamp: at, data })

/**
 * Takes events out of the outbox and puts them on their way. One that no module has registered, or that holds anything
 * else than its contract says, is put aside and told of: nothing unforeseen may leave the house.
 */
export const takeEvents = (
  { db, keys, clock }: Omit<Context, 'actor'>,
  kinds: readonly EventKind[],
  warn: (line: string) => void,
) =>
  drainOutbox({
    db,
    keys,
    kind: 'event',
    now: clock.now(),
    warn,
    async pass(trx, messages) {
      const events = messages.map(({ id, at, payload }): EventToSend => {
        const { name, data } = payload as DomainEvent
        const kind = kinds.find((one) => one.name === name)
        if (!kind) throw new Error(`no module registers the event ${name}`)
        return { id, name, at, body: bodyOf(name, at, kind.data.parse(data)) }
      })
      await fanOut(trx, events, clock.now().toISOString())
    },
  })
